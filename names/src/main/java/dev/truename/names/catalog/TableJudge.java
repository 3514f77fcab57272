package dev.truename.names.catalog;

import dev.truename.names.config.Origin;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Gives each entry its verdict, whatever other entries there are. Remembers which lines of the rules were used.
final class TableJudge {
    private final CatalogueRules rules;
    private final Predicate<String> othersName;
    private final Set<Origin> used = new HashSet<>();

    /// @param othersName whether a name is an official image's at Docker Hub
    TableJudge(CatalogueRules rules, Predicate<String> othersName) {
        this.rules = rules;
        this.othersName = othersName;
    }

    /// The lines that decided something so far.
    Set<Origin> used() {
        return used;
    }

    CatalogueEntry judge(Entry entry) {
        return new CatalogueEntry(entry, namespace(entry), verdict(entry));
    }

    Optional<Namespace> namespace(Entry entry) {
        return Optional.ofNullable(rules.namespaces().get(Namespace.of(entry.target())));
    }

    private Verdict verdict(Entry entry) {
        Verdict.@Nullable Dropped refused = refusedKey(entry);
        if (refused != null) {
            return refused;
        }
        if (rules.line(RuleSection.HOSTS, entry.target().host()).isEmpty()) {
            String reason = entry.target().host() + " is not on the list of registries";
            return new Verdict.Dropped(TableRule.HOST, reason, rules.origin());
        }
        @Nullable RuleLine rename = rename(entry);
        if (rename == null && !entry.isPlain()) {
            return new Verdict.Dropped(TableRule.PATH, "the path is not the name", rules.origin());
        }
        return officialVerdict(entry, rename);
    }

    private Verdict officialVerdict(Entry entry, @Nullable RuleLine rename) {
        @Nullable Namespace namespace = rules.namespaces().get(Namespace.of(entry.target()));
        if (namespace == null) {
            return unknownNamespace(Namespace.of(entry.target()));
        }
        used.add(namespace.origin());
        @Nullable RuleLine ended = ended(entry.target().path());
        if (ended != null) {
            return dropped(TableRule.END_OF_LIFE, ended);
        }
        @Nullable RuleLine metadata = metadata(entry.target().path());
        if (metadata != null) {
            return dropped(TableRule.METADATA, metadata);
        }
        if (rename != null) {
            use(rename);
            return new Verdict.Renamed(rename.reason(), rename.origin());
        }
        return new Verdict.Kept(namespace.origin());
    }

    private Verdict.@Nullable Dropped refusedKey(Entry entry) {
        for (RuleLine line : rules.all(RuleSection.REFUSED_KEYS)) {
            String key = line.key();
            if (key.endsWith("/") ? entry.key().startsWith(key) : entry.key().equals(key)) {
                return dropped(TableRule.REFUSED_KEY, line);
            }
        }
        if (othersName.test(entry.key())) {
            return new Verdict.Dropped(
                    TableRule.REFUSED_KEY, "an official image of Docker Hub has this name", rules.origin());
        }
        return null;
    }

    private @Nullable RuleLine rename(Entry entry) {
        return rules.line(RuleSection.RENAMES, entry.key())
                .filter(line -> line.target().equals(Optional.of(entry.target())))
                .orElse(null);
    }

    private Verdict unknownNamespace(String namespace) {
        return rules.line(RuleSection.REFUSED_NAMESPACES, namespace)
                .<Verdict>map(line -> dropped(TableRule.NAMESPACE, line))
                .orElseGet(() -> new Verdict.Dropped(
                        TableRule.NAMESPACE, namespace + " is not on the list of namespaces", rules.origin()));
    }

    private @Nullable RuleLine ended(String path) {
        return rules.line(RuleSection.END_OF_LIFE, path)
                .or(() -> rules.line(RuleSection.END_OF_LIFE, Namespace.of(path) + "/"))
                .orElse(null);
    }

    private @Nullable RuleLine metadata(String path) {
        for (RuleLine line : rules.all(RuleSection.METADATA)) {
            String key = line.key();
            if (key.startsWith("*") ? path.endsWith(key.substring(1)) : path.equals(key)) {
                return line;
            }
        }
        return null;
    }

    private Verdict.Dropped dropped(TableRule rule, RuleLine line) {
        use(line);
        return new Verdict.Dropped(rule, line.reason(), line.origin());
    }

    void use(RuleLine line) {
        used.add(line.origin());
    }
}
