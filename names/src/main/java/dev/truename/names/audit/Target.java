package dev.truename.names.audit;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.Origin;
import dev.truename.names.known.KnownRegistries;
import dev.truename.names.known.Registration;
import dev.truename.names.probe.ProbeAnswer;
import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import java.util.Optional;

/// One thing that a name means, or could mean.
///
/// @param origin the line that says so: of the alias or of the search registry; none for a full name
/// @param plan where it would be pulled from
/// @param answer what was found out there; none if nobody asked
public record Target(Optional<Origin> origin, PullPlan plan, Optional<ProbeAnswer> answer) {
    public Target {
        requireNonNull(origin);
        requireNonNull(plan);
        requireNonNull(answer);
    }

    /// With the tag defaulted.
    public Qualified reference() {
        return plan.reference();
    }

    /// Who can put an image into its registry.
    public Registration registration() {
        return KnownRegistries.registration(reference().repository().host());
    }

    /// Whether a stranger could get the repository if nobody has it: in its own registry, or in one that the
    /// configuration asks in its place. A mirror may fetch what it lacks from the registry itself, so that one
    /// counts even where it is not asked.
    public boolean canBeTaken() {
        if (canBeTaken(reference().repository())) {
            return true;
        }
        for (PullSource source : plan.sources()) {
            if (canBeTaken(source.reference().repository())) {
                return true;
            }
        }
        return false;
    }

    private static boolean canBeTaken(Repository repository) {
        return KnownRegistries.of(repository.host())
                .filter(registry -> registry.canBeTaken(repository.path()))
                .isPresent();
    }
}
