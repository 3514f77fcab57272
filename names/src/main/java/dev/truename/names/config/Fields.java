package dev.truename.names.config;

import dev.truename.names.toml.Toml;
import dev.truename.names.toml.TomlArray;
import dev.truename.names.toml.TomlEntry;
import dev.truename.names.toml.TomlTable;
import dev.truename.names.toml.TomlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The entries of one table that have a meaning there. All others are reported, with what was likely meant.
///
/// The reference implementation matches keys without case, and picks one at random where there are several. Here the
/// exact key counts, another case only where the exact one is missing.
final class Fields {
    private final Map<String, TomlEntry> byName = new HashMap<>();
    private final Report report;

    Fields(TomlTable table, Keys keys, Report report) {
        this.report = report;
        for (TomlEntry entry : table.entries()) {
            if (keys.contains(entry.key())) {
                byName.put(entry.key(), entry);
            }
        }
        if (byName.size() < table.entries().size()) {
            reportOthers(table, keys);
        }
    }

    private void reportOthers(TomlTable table, Keys keys) {
        for (TomlEntry entry : table.entries()) {
            if (!keys.contains(entry.key())) {
                reportOther(entry, keys);
            }
        }
    }

    private void reportOther(TomlEntry entry, Keys keys) {
        @Nullable String name = keys.inOtherCase(entry.key());
        if (name == null) {
            keys.reportUnknown(entry, report);
            return;
        }
        boolean counts = byName.putIfAbsent(name, entry) == null;
        report.add(
                Rule.KEY_CASE,
                entry.line(),
                Toml.shown(entry.key()) + (counts ? " is taken for " : " is ignored beside ") + Toml.shown(name),
                counts ? "write " + name : "remove it");
    }

    @Nullable
    TomlEntry get(String name) {
        return byName.get(name);
    }

    /// The string of a key, or null if it is absent or of another type, which is reported.
    TomlValue.@Nullable Text text(String name) {
        @Nullable TomlEntry entry = get(name);
        if (entry == null) {
            return null;
        }
        if (entry.value() instanceof TomlValue.Text text) {
            return text;
        }
        report.wrongType(entry, "a string in quotes");
        return null;
    }

    /// The boolean of a key; false, written where the table starts, if it is absent or of another type.
    Sourced<Boolean> flag(String name, int tableLine) {
        @Nullable TomlEntry entry = get(name);
        if (entry != null && entry.value() instanceof TomlValue.Truth truth) {
            return new Sourced<>(truth.value(), report.origin(truth.line()));
        }
        if (entry != null) {
            report.wrongType(entry, "true or false, without quotes");
        }
        return new Sourced<>(false, report.origin(tableLine));
    }

    /// The strings of a key, or null if it is absent or of another type, which is reported.
    @Nullable
    List<TomlValue.Text> texts(String name) {
        @Nullable TomlEntry entry = get(name);
        if (entry == null) {
            return null;
        }
        if (!(entry.value() instanceof TomlArray array)) {
            report.wrongType(entry, "a list of strings: [\"...\"]");
            return null;
        }
        List<TomlValue.Text> texts = new ArrayList<>();
        for (TomlValue item : array.items()) {
            if (item instanceof TomlValue.Text text) {
                texts.add(text);
            } else {
                report.wrongType(name, item, "strings only");
            }
        }
        return texts;
    }

    /// The tables of a key; none if it is absent or of another type, which is reported.
    List<TomlTable> tables(String name, String notation) {
        @Nullable TomlEntry entry = get(name);
        if (entry == null) {
            return List.of();
        }
        if (!(entry.value() instanceof TomlArray array)) {
            report.wrongType(entry, "the header " + notation);
            return List.of();
        }
        List<TomlTable> tables = new ArrayList<>();
        for (TomlValue item : array.items()) {
            if (item instanceof TomlTable table) {
                tables.add(table);
            } else {
                report.wrongType(name, item, "tables, each with the header " + notation);
            }
        }
        return tables;
    }
}
