package dev.truename.names.shortname;

import dev.truename.names.reference.ShortName;
import java.util.List;
import java.util.Optional;

/// Somebody who may be asked what a short name means.
@FunctionalInterface
public interface Chooser {
    /// There is nobody: services, scripts, pipes.
    Chooser NOBODY = (name, candidates) -> Optional.empty();

    /// @param candidates two or more
    /// @return the one chosen, which is one of the given; none if nobody can be asked
    Optional<Candidate> choose(ShortName name, List<Candidate> candidates);
}
