package dev.truename.names.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// How many entries are in a table, and how many each rule keeps out.
///
/// @param plain as their sources have them
/// @param renamed by a reviewed line
/// @param dropped by rule; a rule that drops none is not in it
public record TableCounts(int plain, int renamed, Map<TableRule, Integer> dropped) {
    public TableCounts {
        dropped = Collections.unmodifiableMap(new EnumMap<>(dropped));
    }

    public static TableCounts of(Collection<CatalogueEntry> entries) {
        int plain = 0;
        int renamed = 0;
        Map<TableRule, Integer> dropped = new EnumMap<>(TableRule.class);
        for (CatalogueEntry entry : entries) {
            switch (entry.verdict()) {
                case Verdict.Kept _ -> plain++;
                case Verdict.Renamed _ -> renamed++;
                case Verdict.Dropped verdict -> dropped.merge(verdict.rule(), 1, Integer::sum);
            }
        }
        return new TableCounts(plain, renamed, dropped);
    }

    /// All that are in the table.
    public int kept() {
        return plain + renamed;
    }
}
