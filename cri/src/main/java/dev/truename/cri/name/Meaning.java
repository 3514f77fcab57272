package dev.truename.cri.name;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.Qualified;
import java.util.List;

/// What a name means for a pull.
///
/// @param candidates to be tried in order; at least one
/// @param because what says so, with file and line, to be told where the pull fails; empty where the name says
///     it itself
public record Meaning(ImageReference asked, List<Qualified> candidates, String because) {
    public Meaning {
        requireNonNull(asked);
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("a name that means nothing has no meaning");
        }
        requireNonNull(because);
    }
}
