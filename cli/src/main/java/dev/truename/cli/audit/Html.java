package dev.truename.cli.audit;

import dev.truename.names.reference.Printable;

/// Writes HTML in which no text can be taken for markup. Names of elements and attributes are the program's own;
/// everything else is escaped, and what cannot be seen or reorders text is written as its number.
final class Html {
    private final StringBuilder out = new StringBuilder(1 << 14);

    /// Starts an element.
    ///
    /// @param attributes names and values in turn
    Html open(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        return this;
    }

    /// Ends an element.
    Html close(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    /// An element that holds a text and nothing else.
    Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    /// A text.
    Html text(String text) {
        escape(text);
        return this;
    }

    /// A line's end, for who reads the source.
    Html line() {
        out.append('\n');
        return this;
    }

    /// Markup, style or script of the program's own.
    Html own(String markup) {
        out.append(markup);
        return this;
    }

    private void escape(String text) {
        String shown = Printable.text(text);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
