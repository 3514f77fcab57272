package dev.truename.names.catalog;

import static java.util.Objects.requireNonNull;

import dev.truename.names.toml.Toml;
import java.util.Comparator;

/// Which bytes a catalogue was made from.
///
/// @param source the name that the source was given, such as `el9`
/// @param file the file's own name, without its folder
/// @param sha256 of the file, 64 hex digits
public record SourceStamp(String source, String file, String sha256) {
    /// By source; files of one source keep their order, which counts.
    static final Comparator<SourceStamp> BY_SOURCE = Comparator.comparing(SourceStamp::source);

    public SourceStamp {
        requireNonNull(source);
        requireNonNull(file);
        requireNonNull(sha256);
        if (!isName(source) || !isName(file)) {
            throw new IllegalArgumentException("a source's name is one line: " + Toml.shown(source + " " + file));
        }
    }

    /// Whether a source or file can be called so: something that a comment in a file can hold.
    public static boolean isName(String text) {
        return !text.isBlank() && Section.isPlain(text);
    }
}
