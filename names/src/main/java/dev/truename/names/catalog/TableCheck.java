package dev.truename.names.catalog;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.Origin;
import dev.truename.names.probe.SourceProbe;
import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.pullsource.PullSourcePlanner;
import dev.truename.names.pullsource.UnusedSource;
import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Digest.Algorithm;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks what aliases lead to: each place that a pull might ask, by tag or by digest, and whether the repository is
/// there. Any number of threads may check.
public final class TableCheck {
    /// Which places may be asked.
    public enum Contact {
        /// All: the registry's own word decides whether the target is there.
        ALL,
        /// Mirrors, as in a cluster that reaches nothing else.
        MIRRORS,
        /// None: the configuration alone tells which aliases have a mirror.
        NONE
    }

    /// Stands for any digest, to plan with.
    private static final Digest SOME_DIGEST = new Digest(Algorithm.SHA256, "0".repeat(64));

    private final PullSourcePlanner planner;
    private final SourceProbe probe;
    private final Contact contact;

    /// @param probe asked for repositories only
    public TableCheck(PullSourcePlanner planner, SourceProbe probe, Contact contact) {
        this.planner = requireNonNull(planner);
        this.probe = requireNonNull(probe);
        this.contact = requireNonNull(contact);
    }

    public CheckedTarget check(String name, Repository target) {
        Qualified any = new Qualified(target, Optional.empty(), Optional.empty());
        PullPlan byTag = planner.plan(any.withDefaultTag());
        PullPlan byDigest = planner.plan(any.pinned(SOME_DIGEST));
        if (byTag.blocked() && byDigest.blocked()) {
            return new CheckedTarget(name, target, TargetState.BLOCKED, List.of(), because(byTag));
        }
        List<CheckedSource> sources = new ArrayList<>();
        for (CheckedSource source : merged(byTag, byDigest)) {
            sources.add(asked(source));
        }
        return new CheckedTarget(name, target, state(sources), sources, Optional.empty());
    }

    private static Optional<Origin> because(PullPlan plan) {
        List<UnusedSource> unused = plan.unused();
        return unused.isEmpty()
                ? Optional.empty()
                : Optional.of(unused.getLast().because());
    }

    /// Mirrors before the registry, as a pull has them.
    private static List<CheckedSource> merged(PullPlan byTag, PullPlan byDigest) {
        record Place(Repository repository, boolean mirror, boolean insecure) {
            Place(PullSource source) {
                this(source.reference().repository(), source.mirror(), source.insecure());
            }
        }
        Map<Place, CheckedSource> merged = new LinkedHashMap<>();
        for (PullSource source : byTag.sources()) {
            merged.put(new Place(source), new CheckedSource(source, true, false, Optional.empty()));
        }
        for (PullSource source : byDigest.sources()) {
            merged.merge(
                    new Place(source),
                    new CheckedSource(source, false, true, Optional.empty()),
                    (tag, _) -> new CheckedSource(tag.source(), true, true, Optional.empty()));
        }
        List<CheckedSource> ordered = new ArrayList<>();
        merged.values().stream().filter(each -> each.source().mirror()).forEach(ordered::add);
        merged.values().stream().filter(each -> !each.source().mirror()).forEach(ordered::add);
        return ordered;
    }

    private CheckedSource asked(CheckedSource place) {
        boolean ask = switch (contact) {
            case ALL -> true;
            case MIRRORS -> place.source().mirror();
            case NONE -> false;
        };
        return ask
                ? new CheckedSource(
                        place.source(), place.byTag(), place.byDigest(), Optional.of(probe.repository(place.source())))
                : place;
    }

    private TargetState state(List<CheckedSource> sources) {
        List<CheckedSource> mirrors =
                sources.stream().filter(each -> each.source().mirror()).toList();
        return switch (contact) {
            case NONE -> configured(mirrors);
            case MIRRORS -> mirrors.isEmpty() ? TargetState.UNMIRRORED : told(mirrors);
            case ALL -> {
                List<CheckedSource> registry =
                        sources.stream().filter(each -> !each.source().mirror()).toList();
                yield told(registry.isEmpty() ? mirrors : registry);
            }
        };
    }

    private static TargetState configured(List<CheckedSource> mirrors) {
        if (mirrors.isEmpty()) {
            return TargetState.UNMIRRORED;
        }
        return mirrors.stream().anyMatch(CheckedSource::byTag) ? TargetState.MIRRORED : TargetState.DIGEST_ONLY;
    }

    /// By the word of those that count. One that has it is enough; that it is missing, all have to say.
    private static TargetState told(List<CheckedSource> counted) {
        if (counted.stream().anyMatch(each -> each.has() && each.byTag())) {
            return TargetState.THERE;
        }
        if (counted.stream().anyMatch(each -> each.failure().isPresent())) {
            return TargetState.UNKNOWN;
        }
        return counted.stream().anyMatch(CheckedSource::has) ? TargetState.DIGEST_ONLY : TargetState.MISSING;
    }
}
