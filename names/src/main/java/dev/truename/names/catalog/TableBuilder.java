package dev.truename.names.catalog;

import dev.truename.names.config.Origin;
import dev.truename.names.known.DockerOfficialImages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Makes a catalogue of sources and rules. What comes out does not depend on the order of the sources.
public final class TableBuilder {
    private static final Comparator<Origin> BY_PLACE =
            Comparator.comparing((Origin origin) -> origin.file().toString()).thenComparingInt(Origin::line);

    private final CatalogueRules rules;
    private final TableJudge judge;
    private final List<Conflict> conflicts = new ArrayList<>();

    private TableBuilder(CatalogueRules rules, Predicate<String> othersName) {
        this.rules = rules;
        this.judge = new TableJudge(rules, othersName);
    }

    /// Judges every entry of every source; of several sources' entries of one name at most one is kept.
    public static BuildOutcome build(CatalogueRules rules, Collection<Source> sources) {
        return build(rules, sources, DockerOfficialImages::contains);
    }

    /// @param othersName whether a name is an official image's at Docker Hub
    static BuildOutcome build(CatalogueRules rules, Collection<Source> sources, Predicate<String> othersName) {
        return new TableBuilder(rules, othersName).build(sources);
    }

    private BuildOutcome build(Collection<Source> sources) {
        List<CatalogueEntry> judged = new ArrayList<>();
        for (List<CatalogueEntry> entries : byKey(sources).values()) {
            judged.addAll(decided(entries));
        }
        if (!conflicts.isEmpty()) {
            return new BuildOutcome.Undecided(conflicts);
        }
        Catalogue catalogue = catalogue(sources, judged);
        for (Source source : sources) {
            source.shadowed().forEach(entry -> judged.add(shadowed(entry)));
        }
        judged.sort(CatalogueEntry.ORDER);
        return new BuildOutcome.Built(catalogue, judged, new StaleLines(rules, judge.used()).find());
    }

    /// What third parties' registries have is counted, and no fact of ours.
    private Catalogue catalogue(Collection<Source> sources, List<CatalogueEntry> judged) {
        List<SourceStamp> stamps = new ArrayList<>();
        sources.forEach(source -> stamps.addAll(source.stamps()));
        List<CatalogueEntry> known = judged.stream()
                .filter(entry ->
                        rules.line(RuleSection.HOSTS, entry.target().host()).isPresent())
                .toList();
        return new Catalogue(rules.version(), rules.sha256(), stamps, known);
    }

    private Map<String, List<CatalogueEntry>> byKey(Collection<Source> sources) {
        Map<String, Entry> merged = new LinkedHashMap<>();
        for (Source source : sources) {
            for (Entry entry : source.entries()) {
                merged.merge(entry.key() + " " + entry.target(), entry, TableBuilder::together);
            }
        }
        Map<String, List<CatalogueEntry>> byKey = new TreeMap<>(Entry::compareKeys);
        for (Entry entry : merged.values()) {
            byKey.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(judge.judge(entry));
        }
        return byKey;
    }

    private static Entry together(Entry a, Entry b) {
        List<Origin> origins = new ArrayList<>(a.origins());
        origins.addAll(b.origins());
        origins.sort(BY_PLACE);
        return new Entry(a.key(), a.target(), origins);
    }

    /// Of the entries of one name at most one can be in the table.
    private List<CatalogueEntry> decided(List<CatalogueEntry> entries) {
        List<CatalogueEntry> rivals =
                entries.stream().filter(entry -> entry.isKept()).toList();
        if (rivals.size() < 2) {
            return entries;
        }
        String key = rivals.getFirst().key();
        Optional<RuleLine> decision = rules.line(RuleSection.DECISIONS, key)
                .filter(line -> rivals.stream().anyMatch(rival -> isFor(line, rival)));
        if (decision.isEmpty()) {
            conflicts.add(new Conflict(
                    key,
                    rivals.stream()
                            .map(CatalogueEntry::entry)
                            .sorted(Entry.ORDER)
                            .toList()));
            return entries;
        }
        judge.use(decision.get());
        return entries.stream().map(entry -> lost(entry, decision.get())).toList();
    }

    private static boolean isFor(RuleLine decision, CatalogueEntry entry) {
        return decision.target().equals(Optional.of(entry.target()));
    }

    private static CatalogueEntry lost(CatalogueEntry entry, RuleLine decision) {
        if (isFor(decision, entry) || !entry.isKept()) {
            return entry;
        }
        Verdict verdict = new Verdict.Dropped(TableRule.CONFLICT, decision.reason(), decision.origin());
        return new CatalogueEntry(entry.entry(), entry.namespace(), verdict);
    }

    private CatalogueEntry shadowed(Entry entry) {
        String reason = "a later file of the same source says something else";
        Verdict verdict =
                new Verdict.Dropped(TableRule.SHADOWED, reason, entry.origins().getFirst());
        return new CatalogueEntry(entry, judge.namespace(entry), verdict);
    }
}
