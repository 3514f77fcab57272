package dev.truename.names.audit;

import static java.util.Objects.requireNonNull;

import dev.truename.names.workload.ImageUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was found of all names of some workloads.
///
/// @param names each name once: the worst first, then by name
public record AuditReport(List<Named> names) {
    /// A name, and who uses it.
    ///
    /// @param uses at least one, in the order in which they were read
    public record Named(NameAudit audit, List<ImageUse> uses) {
        public Named {
            requireNonNull(audit);
            uses = List.copyOf(uses);
        }
    }

    /// @param names how many names
    /// @param uses how many uses of them
    public record Count(int names, int uses) {
        static final Count NONE = new Count(0, 0);

        private Count plus(Named named) {
            return new Count(names + 1, uses + named.uses().size());
        }
    }

    public AuditReport {
        names = names.stream()
                .sorted(Comparator.comparing((Named named) -> named.audit().worst())
                        .thenComparing(named -> named.audit().image()))
                .toList();
    }

    /// The uses by their name, each name once, in the order in which they come.
    public static Map<String, List<ImageUse>> byName(Collection<ImageUse> uses) {
        Map<String, List<ImageUse>> byName = new LinkedHashMap<>();
        for (ImageUse use : uses) {
            byName.computeIfAbsent(use.image(), image -> new ArrayList<>(1)).add(use);
        }
        return byName;
    }

    /// Audits every name once.
    public static AuditReport of(Map<String, List<ImageUse>> byName, Auditor auditor, Answers answers) {
        List<Named> names = new ArrayList<>(byName.size());
        byName.forEach((image, uses) -> names.add(new Named(auditor.audit(image, answers), uses)));
        return new AuditReport(names);
    }

    /// How many names are of each class, whatever else they are; none for a class that no name is of.
    public Map<AuditClass, Count> counts() {
        Map<AuditClass, Count> counts = new EnumMap<>(AuditClass.class);
        for (Named named : names) {
            for (AuditFinding finding : named.audit().findings()) {
                counts.merge(finding.kind(), Count.NONE.plus(named), (before, one) -> before.plus(named));
            }
        }
        return counts;
    }

    /// All names.
    public Count all() {
        Count all = Count.NONE;
        for (Named named : names) {
            all = all.plus(named);
        }
        return all;
    }

    /// Those that have no registry in front.
    public Count shortNames() {
        Count all = Count.NONE;
        for (Named named : names) {
            all = named.audit().isShort() ? all.plus(named) : all;
        }
        return all;
    }

    /// Whether a name is of one of these classes.
    public boolean hasAny(Set<AuditClass> classes) {
        return names.stream()
                .anyMatch(named -> named.audit().findings().stream()
                        .map(AuditFinding::kind)
                        .anyMatch(classes::contains));
    }
}
