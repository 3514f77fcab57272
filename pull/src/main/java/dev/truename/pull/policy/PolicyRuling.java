package dev.truename.pull.policy;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.Origin;
import dev.truename.pull.failure.PullFailure;
import java.util.List;

/// What a policy says of one image.
public sealed interface PolicyRuling {
    /// It may be pulled.
    record Accepted() implements PolicyRuling {}

    /// It may not.
    record Refused(PullFailure failure) implements PolicyRuling {
        public Refused {
            requireNonNull(failure);
        }
    }

    /// It may be pulled if it is signed as each of the requirements says.
    ///
    /// @param scope what of the policy counts, in words
    /// @param requirements at least one
    record Signed(Origin origin, String scope, List<Requirement.SignedBy> requirements) implements PolicyRuling {
        public Signed {
            requireNonNull(origin);
            requireNonNull(scope);
            requirements = List.copyOf(requirements);
        }
    }
}
