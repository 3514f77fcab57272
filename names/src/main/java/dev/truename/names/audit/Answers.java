package dev.truename.names.audit;

import dev.truename.names.probe.ProbeAnswer;
import dev.truename.names.reference.Qualified;
import java.util.Optional;

/// What was found out by asking registries.
@FunctionalInterface
public interface Answers {
    /// Nobody asked.
    Answers NONE = reference -> Optional.empty();

    Optional<ProbeAnswer> about(Qualified reference);
}
