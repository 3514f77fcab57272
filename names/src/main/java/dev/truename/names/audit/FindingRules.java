package dev.truename.names.audit;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.ShortNameMode;
import dev.truename.names.shortname.Resolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is found of one name. Nothing is looked up here.
final class FindingRules {
    private final Search search;
    private final List<AuditFinding> findings = new ArrayList<>();

    private FindingRules(Search search) {
        this.search = search;
    }

    /// @param pinned whether the name has a digest
    static List<AuditFinding> ofFullName(Search search, boolean pinned) {
        FindingRules rules = new FindingRules(search);
        rules.findings.add(new AuditFinding.FullName());
        rules.addAnswers(pinned);
        return rules.sorted();
    }

    static List<AuditFinding> ofAlias(ShortNameFacts facts, AliasDefinition alias, Search search) {
        FindingRules rules = new FindingRules(search);
        rules.findings.add(new AuditFinding.Alias(alias));
        rules.addAnswers(facts.isPinned());
        facts.official()
                .filter(official -> !alias.target().equals(facts.official()))
                .ifPresent(official -> rules.findings.add(new AuditFinding.ContradictsOfficial(alias, official)));
        return rules.sorted();
    }

    /// @param resolution one that is no alias
    /// @param near aliases that may have been meant
    static List<AuditFinding> ofSearch(
            ShortNameFacts facts, Resolution resolution, Search search, List<AliasDefinition> near) {
        FindingRules rules = new FindingRules(search);
        rules.addNowhere(resolution);
        rules.addAnswers(facts.isPinned());
        rules.addHolders(facts.isPinned());
        int registries = search.targets().size();
        if (registries > 1) {
            boolean now = facts.mode() == ShortNameMode.ENFORCING;
            rules.findings.add(new AuditFinding.BreaksUnderEnforcing(registries, now));
        }
        if (!near.isEmpty() && facts.official().isEmpty()) {
            rules.findings.add(new AuditFinding.NearMiss(near));
        }
        facts.official().ifPresent(official -> rules.findings.add(new AuditFinding.OfficialUnused(official)));
        return rules.sorted();
    }

    /// What registries and the configuration say of the places of any name.
    private void addAnswers(boolean pinned) {
        if (!search.blocked().isEmpty()) {
            findings.add(new AuditFinding.Blocked(search.blocked()));
        }
        if (!search.failed().isEmpty()) {
            findings.add(new AuditFinding.Unknown(search.failed()));
        }
        if (search.isMissing()) {
            findings.add(new AuditFinding.Missing(search.without()));
        }
        List<Target> takeable = search.takeable();
        if (!takeable.isEmpty() && !pinned) {
            boolean sure = takeable.stream().anyMatch(search.without()::contains);
            findings.add(new AuditFinding.Squattable(takeable, sure));
        }
    }

    /// How many registries have a short name, or could have it.
    private void addHolders(boolean pinned) {
        List<Target> holders = search.isAsked() ? search.holders() : search.open();
        if (holders.size() == 1 && search.isSettled()) {
            findings.add(new AuditFinding.OneRegistry(holders.getFirst()));
        }
        if (holders.size() < 2) {
            return;
        }
        if (search.isAsked() && search.digests().size() == 1) {
            findings.add(new AuditFinding.Identical(holders));
        } else if (!pinned) {
            findings.add(new AuditFinding.Ambiguous(holders, search.isAsked()));
        }
    }

    private void addNowhere(Resolution resolution) {
        switch (resolution) {
            case Resolution.Unresolved it -> findings.add(new AuditFinding.Unresolved(it.searchList()));
            case Resolution.Inexpressible it ->
                findings.add(new AuditFinding.Inexpressible(it.registry(), it.reason()));
            case Resolution.AlreadyQualified _,
                    Resolution.Aliased _,
                    Resolution.Chosen _,
                    Resolution.Searched _,
                    Resolution.Ambiguous _ -> {}
        }
    }

    private List<AuditFinding> sorted() {
        findings.sort(Comparator.comparing(AuditFinding::kind));
        return findings;
    }
}
