package dev.truename.names.pullsource;

import dev.truename.names.config.Mirror;
import dev.truename.names.config.Origin;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.config.RegistryEntry;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Plans pull sources against one snapshot. Immutable after construction; any number of threads may plan.
public final class PullSourcePlanner {
    private static final String WILDCARD = "*.";

    private final PrefixIndex index;

    public PullSourcePlanner(RegistriesConfiguration configuration) {
        this.index = new PrefixIndex(configuration.registries());
    }

    /// The places to fetch from: the mirrors that apply, in order, then the registry itself; less what is blocked.
    public PullPlan plan(Qualified reference) {
        Optional<RegistryEntry> entry = index.find(reference.repository());
        if (entry.isEmpty()) {
            PullSource itself = new PullSource(reference, false, false, Optional.empty());
            return new PullPlan(reference, entry, List.of(itself), List.of());
        }
        return new Planning(reference, entry.get()).plan();
    }

    /// One reference's plan while it is made.
    private final class Planning {
        private final Qualified reference;
        private final RegistryEntry entry;
        private final List<PullSource> sources = new ArrayList<>();
        private final List<UnusedSource> unused = new ArrayList<>();

        Planning(Qualified reference, RegistryEntry entry) {
            this.reference = reference;
            this.entry = entry;
        }

        PullPlan plan() {
            for (Mirror mirror : entry.mirrors()) {
                addMirror(mirror);
            }
            addPrimary();
            return new PullPlan(reference, Optional.of(entry), sources, unused);
        }

        private void addMirror(Mirror mirror) {
            boolean byDigest = reference.digest().isPresent();
            if (mirror.pullFrom() == Mirror.PullFrom.DIGEST_ONLY && !byDigest) {
                leaveOut(mirror.location(), true, UnusedSource.Reason.DIGEST_ONLY, mirror.origin());
            } else if (mirror.pullFrom() == Mirror.PullFrom.TAG_ONLY && byDigest) {
                leaveOut(mirror.location(), true, UnusedSource.Reason.TAG_ONLY, mirror.origin());
            } else {
                addAt(mirror.location(), true, mirror.insecure(), mirror.origin());
            }
        }

        private void addPrimary() {
            if (entry.blocked().value()) {
                String location =
                        entry.location().isEmpty() ? reference.repository().toString() : entry.location();
                leaveOut(
                        location,
                        false,
                        UnusedSource.Reason.BLOCKED,
                        entry.blocked().origin());
            } else {
                addAt(entry.location(), false, entry.insecure().value(), entry.origin());
            }
        }

        private void addAt(String location, boolean mirror, boolean insecure, Origin origin) {
            String name = rewritten(location);
            Optional<Repository> canonical = canonical(name);
            if (canonical.isEmpty()) {
                leaveOut(name, mirror, UnusedSource.Reason.INVALID_NAME, origin);
                return;
            }
            Repository physical = canonical.get();
            Optional<RegistryEntry> there = index.find(physical);
            if (there.isPresent() && there.get().blocked().value()) {
                Origin because = there.get().blocked().origin();
                leaveOut(name, mirror, UnusedSource.Reason.BLOCKED_LOCATION, because);
            } else {
                sources.add(new PullSource(reference.in(physical), mirror, insecure, Optional.of(origin)));
            }
        }

        private void leaveOut(String location, boolean mirror, UnusedSource.Reason reason, Origin because) {
            unused.add(new UnusedSource(location, mirror, reason, because));
        }

        /// A rewrite says exactly where to go: a name that Docker's normalisation would change is none.
        private static Optional<Repository> canonical(String name) {
            try {
                Repository repository = Repository.parse(name);
                return Optional.of(repository).filter(it -> name.endsWith("/" + it.path()));
            } catch (InvalidReferenceException e) {
                return Optional.empty();
            }
        }

        /// The logical name with the part that the prefix matches replaced. A wildcard stands for the whole host name.
        private String rewritten(String location) {
            String name = reference.repository().toString();
            if (location.isEmpty()) {
                return name;
            }
            int matched = entry.prefix().startsWith(WILDCARD)
                    ? PrefixIndex.hostName(reference.repository().host()).length()
                    : entry.prefix().length();
            return location + name.substring(matched);
        }
    }
}
