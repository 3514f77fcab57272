package dev.truename.cli.io;

import dev.truename.names.reference.Printable;

/// Text with colour, where colour is wanted. Every part is escaped when it is added.
public final class Styled {
    /// Select Graphic Rendition parameters (ECMA-48, 8.3.117); none beyond the colours that a user's theme sets.
    public enum Style {
        PLAIN(""),
        BOLD("1"),
        DIM("2"),
        RED("31"),
        GREEN("32"),
        YELLOW("33"),
        CYAN("36");

        private final String parameter;

        Style(String parameter) {
            this.parameter = parameter;
        }
    }

    private final StringBuilder out = new StringBuilder();
    private final boolean colour;

    /// @param colour whether styles are written, or left out
    public Styled(boolean colour) {
        this.colour = colour;
    }

    /// Adds text in a style.
    public Styled add(Style style, String text) {
        String shown = Printable.text(text);
        if (colour && style != Style.PLAIN) {
            out.append("\u001b[")
                    .append(style.parameter)
                    .append('m')
                    .append(shown)
                    .append("\u001b[0m");
        } else {
            out.append(shown);
        }
        return this;
    }

    /// Adds plain text.
    public Styled add(String text) {
        return add(Style.PLAIN, text);
    }

    /// With its escape sequences.
    @Override
    public String toString() {
        return out.toString();
    }
}
