package dev.truename.cri.event;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Qualified;

/// What came of a pull that was left to the runtime.
public sealed interface RuntimeOutcome {
    /// @param candidate the one that gave the image
    /// @param sent what the runtime was asked for in its place: the same, unless the configuration rewrites it
    /// @param image the id that the runtime gave; can be shown
    record Pulled(Qualified candidate, Qualified sent, String image) implements RuntimeOutcome {
        public Pulled {
            requireNonNull(candidate);
            requireNonNull(sent);
            requireNonNull(image);
        }
    }

    /// Every candidate's registry said that it has no such image.
    record Absent() implements RuntimeOutcome {}

    /// The configuration does not let the candidate be pulled whose turn it was.
    record Blocked() implements RuntimeOutcome {}

    /// Anything else; its status tells.
    record Failed() implements RuntimeOutcome {}
}
