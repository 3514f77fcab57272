package dev.truename.cri.proxy;

import static java.util.Objects.requireNonNull;

import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Qualified;
import java.util.Optional;

/// A candidate as it is handed to the runtime. Mirrors are the runtime's own business.
///
/// @param plan where the configuration lets the candidate be fetched from
/// @param sent what the runtime is asked for
/// @param registry what the registry itself is asked for in the end; none if it is blocked
/// @param allowed whether the runtime may be asked to pull it
record Handed(PullPlan plan, Qualified sent, Optional<Qualified> registry, boolean allowed) {
    Handed {
        requireNonNull(plan);
        requireNonNull(sent);
        requireNonNull(registry);
    }

    /// CRI-O rewrites, and keeps away from what is blocked, by itself. Others know no registries.conf, so the name is
    /// rewritten for them; and where the registry itself is blocked they get nothing to pull though its mirrors are
    /// not, since they would ask it.
    static Handed to(RuntimeKind kind, PullPlan plan) {
        Optional<Qualified> registry = plan.sources().stream()
                .filter(source -> !source.mirror())
                .map(PullSource::reference)
                .findFirst();
        return kind == RuntimeKind.CRIO
                ? new Handed(plan, plan.reference(), registry, !plan.blocked())
                : new Handed(plan, registry.orElse(plan.reference()), registry, registry.isPresent());
    }

    /// What the name means.
    Qualified candidate() {
        return plan.reference();
    }

    /// What is sent instead of a text: the text itself, if it says the same.
    String inPlaceOf(String text, boolean isShort) {
        return isShort || !sent.equals(plan.reference()) ? sent.toString() : text;
    }
}
