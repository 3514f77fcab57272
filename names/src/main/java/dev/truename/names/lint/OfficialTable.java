package dev.truename.names.lint;

import dev.truename.names.catalog.CatalogueEntry;
import dev.truename.names.catalog.ShippedCatalogue;
import dev.truename.names.catalog.TableRule;
import dev.truename.names.catalog.Verdict;
import dev.truename.names.config.AliasDefinition;
import dev.truename.names.reference.Repository;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the official table that comes with Truename says of names. Read when it is first asked for, once.
final class OfficialTable {
    private static final class Shipped {
        static final OfficialTable TABLE =
                new OfficialTable(ShippedCatalogue.read().entries());
    }

    private final Map<String, CatalogueEntry> inForce = new HashMap<>();
    private final Map<String, CatalogueEntry> dropped = new HashMap<>();

    private OfficialTable(List<CatalogueEntry> entries) {
        for (CatalogueEntry entry : entries) {
            if (entry.isKept()) {
                inForce.put(entry.key(), entry);
            } else {
                dropped.put(line(entry.key(), entry.target()), entry);
            }
        }
    }

    static OfficialTable shipped() {
        return Shipped.TABLE;
    }

    /// What a name means in the table, if it is there.
    Optional<Repository> meaning(String key) {
        @Nullable CatalogueEntry entry = inForce.get(key);
        return Optional.ofNullable(entry).map(CatalogueEntry::target);
    }

    /// Why the table has not what an alias says; none if it has, or knows nothing of it.
    ///
    /// @param rule the reason that is asked for
    Optional<String> refusal(AliasDefinition alias, TableRule rule) {
        String line = alias.target().map(target -> line(alias.key(), target)).orElse("");
        @Nullable CatalogueEntry entry = dropped.get(line);
        return entry != null && entry.verdict() instanceof Verdict.Dropped verdict && verdict.rule() == rule
                ? Optional.of(verdict.reason())
                : Optional.empty();
    }

    private static String line(String key, Repository target) {
        return key + " " + target;
    }
}
