package dev.truename.names.catalog;

import dev.truename.names.config.Origin;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import dev.truename.names.toml.Toml;
import dev.truename.names.toml.TomlEntry;
import dev.truename.names.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads one namespace of one registry in a catalogue.
final class NamespaceReader {
    private static final List<String> KEYS =
            List.of("product", "lifecycle", "profiles", "all-dropped", "repositories", "dropped", "aliases");
    private static final List<String> DROPPED_KEYS = List.of("rule", "reason");
    private static final List<String> ALIAS_KEYS = List.of("repository", "rule", "reason");

    private final String host;
    private final String name;
    private final Mistakes mistakes;
    private final List<CatalogueEntry> entries = new ArrayList<>();
    private Optional<Namespace> facts = Optional.empty();

    NamespaceReader(String host, String name, Mistakes mistakes) {
        this.host = host;
        this.name = name;
        this.mistakes = mistakes;
    }

    List<CatalogueEntry> read(TomlEntry table) {
        @Nullable Section section = Section.of(table, mistakes, KEYS);
        if (section == null) {
            return List.of();
        }
        if (section.has("product") || section.has("lifecycle")) {
            facts = Optional.of(facts(section, mistakes.origin(table.line())));
        }
        Verdict.@Nullable Dropped all = allDropped(section);
        for (TomlValue.Text repository : section.texts("repositories")) {
            Origin origin = mistakes.origin(repository.line());
            Verdict verdict = all == null ? new Verdict.Kept(origin) : all;
            add(null, repository.value(), verdict, origin);
        }
        section.entries("dropped").forEach(this::dropped);
        section.entries("aliases").forEach(this::alias);
        return entries;
    }

    private Namespace facts(Section section, Origin origin) {
        SortedSet<String> profiles = new TreeSet<>();
        for (TomlValue.Text profile : section.texts("profiles")) {
            profiles.add(profile.value());
            if (!RulesReader.isName(profile.value())) {
                mistakes.value(profile.line(), Toml.shown(profile.value()) + " is no profile's name", "correct it");
            }
        }
        return new Namespace(name, section.text("product"), RulesReader.lifecycle(section, mistakes), profiles, origin);
    }

    private Verdict.@Nullable Dropped allDropped(Section section) {
        @Nullable TomlEntry entry = section.entry("all-dropped").orElse(null);
        return entry == null ? null : dropping(entry);
    }

    private void dropped(TomlEntry entry) {
        Verdict.@Nullable Dropped verdict = dropping(entry);
        if (verdict != null) {
            add(null, entry.key(), verdict, verdict.because());
        }
    }

    private Verdict.@Nullable Dropped dropping(TomlEntry entry) {
        @Nullable Section fields = Section.of(entry, mistakes, DROPPED_KEYS);
        return fields == null ? null : verdict(fields, mistakes.origin(entry.line()));
    }

    private Verdict.Dropped verdict(Section fields, Origin origin) {
        Optional<TableRule> rule = TableRule.ofId(fields.text("rule"));
        if (rule.isEmpty()) {
            mistakes.value(fields.line("rule"), "there is no such rule", "write one of the rules of docs/table.md");
        }
        return new Verdict.Dropped(rule.orElse(TableRule.PATH), fields.text("reason"), origin);
    }

    private void alias(TomlEntry entry) {
        @Nullable Section fields = Section.of(entry, mistakes, ALIAS_KEYS);
        if (fields == null) {
            return;
        }
        Origin origin = mistakes.origin(entry.line());
        Verdict verdict =
                fields.has("rule") ? verdict(fields, origin) : new Verdict.Renamed(fields.text("reason"), origin);
        add(entry.key(), fields.text("repository"), verdict, origin);
    }

    /// @param key null if the repository's path is the name
    private void add(@Nullable String key, String within, Verdict verdict, Origin origin) {
        String path = name.equals(Namespace.ROOT) ? within : name + "/" + within;
        String alias = key == null ? path : key;
        try {
            ShortName.parseKey(alias);
            Repository target = new Repository(host, path);
            boolean kept = !(verdict instanceof Verdict.Dropped);
            if (!target.path().equals(path) || !Namespace.of(path).equals(name)) {
                mistakes.value(origin.line(), Toml.shown(within) + " is not in this namespace", "move the line");
            } else if (kept && facts.isEmpty()) {
                mistakes.value(origin.line(), alias + " is kept, but the namespace has no product", "add its product");
            } else {
                entries.add(new CatalogueEntry(new Entry(alias, target, List.of(origin)), facts, verdict));
            }
        } catch (InvalidReferenceException e) {
            mistakes.value(origin.line(), Toml.shown(alias) + ": " + e.reason(), "correct the line");
        }
    }
}
