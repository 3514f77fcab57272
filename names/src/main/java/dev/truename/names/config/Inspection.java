package dev.truename.names.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/// Which files count, and what is wrong in them.
///
/// @param files that were read, in order
/// @param layers whose they are, and what is protected; nothing where the configuration cannot be used
/// @param findings of all files, errors first
public record Inspection(List<Path> files, Layers layers, List<Finding> findings) {
    public Inspection {
        files = List.copyOf(files);
        requireNonNull(layers);
        findings = List.copyOf(findings);
    }
}
