package dev.truename.names.audit;

import static java.util.Objects.requireNonNull;

import dev.truename.names.audit.AuditReport.Named;
import dev.truename.names.reference.Repository;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What an alias of one key could be. An alias knows no tags: all names of a key, whatever their tags, share it.
///
/// @param key the short name's path
/// @param target what all of its names are to mean; none where that is not decided, or they do not agree
/// @param names those that share it
public record AliasProposal(String key, Optional<Repository> target, List<Named> names) {
    public AliasProposal {
        requireNonNull(key);
        requireNonNull(target);
        names = List.copyOf(names);
    }

    /// One for each key that a short name has, by key.
    public static List<AliasProposal> of(AuditReport report) {
        Map<String, List<Named>> byKey = new TreeMap<>();
        for (Named named : report.names()) {
            key(named.audit().decision())
                    .ifPresent(key ->
                            byKey.computeIfAbsent(key, it -> new ArrayList<>()).add(named));
        }
        List<AliasProposal> proposals = new ArrayList<>();
        byKey.forEach((key, names) -> proposals.add(new AliasProposal(key, agreed(names), names)));
        return proposals;
    }

    private static Optional<String> key(Decision decision) {
        return switch (decision) {
            case Decision.Needless _ -> Optional.empty();
            case Decision.Decided it -> Optional.of(it.name().path());
            case Decision.Undecided it -> Optional.of(it.name().path());
        };
    }

    /// A name that no registry has says nothing against what the others mean.
    private static Optional<Repository> agreed(List<Named> names) {
        Set<Repository> targets = new LinkedHashSet<>();
        for (Named named : names) {
            switch (named.audit().decision()) {
                case Decision.Needless _ -> {}
                case Decision.Decided it -> targets.add(it.repository());
                case Decision.Undecided it -> {
                    if (it.doubt() != Decision.Doubt.MISSING) {
                        return Optional.empty();
                    }
                }
            }
        }
        return targets.size() == 1 ? Optional.of(targets.iterator().next()) : Optional.empty();
    }

    /// What it could be where that is not decided, each once.
    public Set<Repository> candidates() {
        Set<Repository> candidates = new LinkedHashSet<>();
        for (Named named : names) {
            switch (named.audit().decision()) {
                case Decision.Needless _ -> {}
                case Decision.Decided it -> candidates.add(it.repository());
                case Decision.Undecided it ->
                    it.candidates()
                            .forEach(target -> candidates.add(target.reference().repository()));
            }
        }
        return candidates;
    }
}
