package dev.truename.names.workload;

import java.util.List;
import java.util.Optional;

/// Finds the images that a text names.
public final class WorkloadReader {
    /// Files of every format but YAML are written by hand.
    private static final int MAX_WRITTEN = 4 << 20;

    /// A larger file is not read.
    public static final int MAX_BYTES = 64 << 20;

    private WorkloadReader() {}

    /// Never throws for what is in the text: what cannot be read becomes a problem, and the rest is read.
    ///
    /// @param source what the places will name: a file's path, or `-`
    /// @param format empty if it is to be told by the source's name, else by the content
    public static Reading read(String source, byte[] text, Optional<Format> format) {
        return switch (Found.in(source, text, format)) {
            case Found.Nothing nothing -> new Reading(List.of(), List.of(nothing.why()), 0);
            case Found.Images images -> {
                Gathered gathered = images.gathered();
                List<ImageUse> uses =
                        gathered.sites().stream().map(gathered::use).toList();
                yield new Reading(uses, gathered.problems(), 1);
            }
        };
    }

    /// Whether a text of this format is read at this size.
    static boolean isTooLarge(Format format, int bytes) {
        return switch (format) {
            case YAML, LIST -> bytes > MAX_BYTES;
            case CONTAINERFILE, QUADLET -> bytes > MAX_WRITTEN;
        };
    }
}
