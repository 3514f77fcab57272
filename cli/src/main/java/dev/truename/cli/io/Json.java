package dev.truename.cli.io;

import dev.truename.names.reference.Printable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes one JSON value (RFC 8259) as one line, member by member. Structure is the caller's duty: every start has
/// its end. Characters that a terminal might act on are written as escapes.
///
/// A writer of its own because a process lives for one answer: it costs no class beyond itself.
public final class Json {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(256);
    private boolean first = true;

    /// Starts an object that is a value of its own: the whole, or an array's element.
    public Json startObject() {
        separate();
        return open('{');
    }

    /// Starts an object that is a member.
    public Json startObject(String name) {
        name(name);
        return open('{');
    }

    /// Ends the object started last.
    public Json endObject() {
        return close('}');
    }

    /// Starts an array that is a member.
    public Json startArray(String name) {
        name(name);
        return open('[');
    }

    /// Ends the array started last.
    public Json endArray() {
        return close(']');
    }

    /// An array's element.
    public Json element(String value) {
        separate();
        quote(value);
        return this;
    }

    /// A string member, or null.
    public Json member(String name, @Nullable String value) {
        name(name);
        if (value == null) {
            out.append("null");
        } else {
            quote(value);
        }
        return this;
    }

    /// A string member, null where there is none.
    public Json member(String name, Optional<String> value) {
        return member(name, value.isPresent() ? value.get() : null);
    }

    /// A number.
    public Json member(String name, long value) {
        name(name);
        out.append(value);
        return this;
    }

    /// A boolean.
    public Json member(String name, boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    /// A member that is null.
    public Json nothing(String name) {
        name(name);
        out.append("null");
        return this;
    }

    private Json open(char bracket) {
        out.append(bracket);
        first = true;
        return this;
    }

    private Json close(char bracket) {
        out.append(bracket);
        first = false;
        return this;
    }

    private void name(String name) {
        separate();
        quote(name);
        out.append(':');
    }

    private void separate() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (point == '"' || point == '\\') {
                out.append('\\').append((char) point);
            } else if (point == '\n') {
                out.append("\\n");
            } else if (Printable.isPrintable(point)) {
                out.appendCodePoint(point);
            } else {
                unicode(point);
            }
            i += Character.charCount(point);
        }
        out.append('"');
    }

    private void unicode(int point) {
        for (char unit : Character.toChars(point)) {
            out.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                out.append(HEX.charAt(unit >> shift & 0xf));
            }
        }
    }

    /// What was written so far.
    @Override
    public String toString() {
        return out.toString();
    }
}
