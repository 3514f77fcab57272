package dev.truename.names.audit;

import dev.truename.names.audit.Decision.Doubt;
import dev.truename.names.audit.Decision.Reason;
import dev.truename.names.known.KnownRegistries;
import dev.truename.names.probe.ProbeAnswer;
import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Repository;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a short name without an alias is to mean: what the official table says; else the one registry that has it;
/// else the only one that is searched; else what somebody prefers. What is left is for somebody who knows.
record DecisionRules(ShortNameFacts facts, Search search) {
    Decision decision() {
        if (facts.official().isPresent()) {
            return decided(facts.official().get(), new Reason.OfficialTable());
        }
        return byAnswers().or(this::byConfiguration).or(this::byPreference).orElseGet(this::undecided);
    }

    private Optional<Decision> byAnswers() {
        List<Target> holders = search.holders();
        Set<Digest> digests = search.digests();
        if (!search.isSettled() || !search.isAsked() || digests.size() != 1) {
            return Optional.empty();
        }
        Digest digest = digests.iterator().next();
        Target trusted = trusted(holders);
        List<Repository> others = repositories(
                holders.stream().filter(holder -> !holder.equals(trusted)).toList());
        return Optional.of(decided(
                repository(trusted),
                others.isEmpty()
                        ? new Reason.OnlyHolder(digest, repositories(search.without()))
                        : new Reason.SameEverywhere(digest, others)));
    }

    /// Of those that have the same image: anybody can put a copy of it where anybody may register, and another image in
    /// its place once the copy is trusted.
    private Target trusted(List<Target> holders) {
        return holders.stream()
                .filter(this::isPreferred)
                .findFirst()
                .or(() ->
                        holders.stream().filter(holder -> !holder.canBeTaken()).findFirst())
                .orElseGet(holders::getFirst);
    }

    private boolean isPreferred(Target target) {
        return facts.preferred()
                .map(KnownRegistries::canonical)
                .filter(KnownRegistries.canonical(repository(target).host())::equals)
                .isPresent();
    }

    /// There is one registry, and it does not say that it lacks the name.
    private Optional<Decision> byConfiguration() {
        List<Target> open = search.open();
        if (open.size() != 1 || !search.blocked().isEmpty() || search.isMissing()) {
            return Optional.empty();
        }
        Target only = open.getFirst();
        return only.origin().map(origin -> decided(repository(only), new Reason.OnlyRegistry(origin)));
    }

    private Optional<Decision> byPreference() {
        for (Target target : search.open()) {
            boolean lacksIt = target.answer().orElse(null) instanceof ProbeAnswer.Absent;
            if (!lacksIt && isPreferred(target)) {
                String host = KnownRegistries.canonical(repository(target).host());
                return Optional.of(decided(repository(target), new Reason.Preferred(host)));
            }
        }
        return Optional.empty();
    }

    private Decision undecided() {
        List<Target> holders = search.holders();
        return new Decision.Undecided(facts.name(), holders.size() > 1 ? holders : search.open(), doubt());
    }

    private Doubt doubt() {
        if (search.targets().isEmpty()) {
            return Doubt.NO_CANDIDATE;
        }
        if (!search.blocked().isEmpty()) {
            return Doubt.BLOCKED;
        }
        if (!search.failed().isEmpty()) {
            return Doubt.NO_ANSWER;
        }
        if (!search.isAsked()) {
            return Doubt.NOT_ASKED;
        }
        return search.isMissing() ? Doubt.MISSING : Doubt.DIFFERENT_IMAGES;
    }

    private Decision decided(Repository repository, Reason reason) {
        return new Decision.Decided(facts.name(), repository, reason);
    }

    private static Repository repository(Target target) {
        return target.reference().repository();
    }

    private static List<Repository> repositories(List<Target> targets) {
        return targets.stream().map(DecisionRules::repository).toList();
    }
}
