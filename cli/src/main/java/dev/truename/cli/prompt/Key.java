package dev.truename.cli.prompt;

import java.io.IOException;
import java.io.InputStream;

/// What a key press means to a list.
sealed interface Key {
    record Up() implements Key {}

    record Down() implements Key {}

    record Enter() implements Key {}

    record Quit() implements Key {}

    record Digit(int value) implements Key {}

    record Other() implements Key {}

    /// Waits for the next key. Arrow keys come as `ESC [ A` or, from some terminals, `ESC O A` (ECMA-48, 8.3.22).
    static Key read(InputStream in) throws IOException {
        int c = in.read();
        return switch (c) {
            case -1, 'q', 'Q', 3, 4 -> new Quit();
            case '\r', '\n' -> new Enter();
            case 'k', 16 -> new Up();
            case 'j', 14, '\t' -> new Down();
            case 27 -> escape(in);
            default -> c >= '0' && c <= '9' ? new Digit(c - '0') : new Other();
        };
    }

    private static Key escape(InputStream in) throws IOException {
        int kind = in.read();
        if (kind != '[' && kind != 'O') {
            return kind < 0 ? new Quit() : new Other();
        }
        return switch (in.read()) {
            case -1 -> new Quit();
            case 'A' -> new Up();
            case 'B' -> new Down();
            default -> new Other();
        };
    }
}
