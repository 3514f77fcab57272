package dev.truename.names.probe;

import dev.truename.names.reference.Qualified;

/// Asks whether an image is there. Blocks; any number of threads may ask. Never throws: what went wrong is an answer.
/// Interrupting the asking thread ends its question with [FailureKind#INTERRUPTED].
@FunctionalInterface
public interface ImageProbe {
    /// @param reference without tag and digest it means `:latest`
    ProbeAnswer ask(Qualified reference);
}
