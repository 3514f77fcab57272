package dev.truename.cli.sarif;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Locale;

/// A file's name as a URI (RFC 3986): relative below the root, else with the scheme `file`.
final class ArtifactUri {
    /// What stands for itself in a path, beside letters and digits.
    private static final String PLAIN = "-._~/!$&'()*+,;=@";

    private ArtifactUri() {}

    static String of(Path file, Path root) {
        Path absolute = root.resolve(file).normalize();
        return absolute.startsWith(root) && !absolute.equals(root)
                ? encoded(root.relativize(absolute))
                : "file://" + encoded(absolute);
    }

    private static String encoded(Path path) {
        StringBuilder out = new StringBuilder();
        for (byte b : path.toString().getBytes(UTF_8)) {
            char c = (char) (b & 0xff);
            if (isPlain(c)) {
                out.append(c);
            } else {
                out.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            }
        }
        return out.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || PLAIN.indexOf(c) >= 0;
    }
}
