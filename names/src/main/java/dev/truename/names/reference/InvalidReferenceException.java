package dev.truename.names.reference;

import static java.util.Objects.requireNonNull;

/// Text that is not a reference (or repository, tag, digest). The message is one line, says which text and why, and
/// holds no control characters, whatever the input held.
public final class InvalidReferenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 128;

    private final String reason;

    InvalidReferenceException(String input, String reason) {
        super("invalid reference \"" + shown(input) + "\": " + reason);
        this.reason = reason;
    }

    /// Why the text was refused, without the text.
    public String reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }

    private static String shown(String input) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < input.length(); ) {
            if (out.length() >= SHOWN) {
                return out.append("...").toString();
            }
            int point = input.codePointAt(i);
            if (point == '"' || point == '\\') {
                out.append('\\');
            }
            Printable.append(out, point);
            i += Character.charCount(point);
        }
        return out.toString();
    }
}
