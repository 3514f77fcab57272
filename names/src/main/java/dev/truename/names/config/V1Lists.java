package dev.truename.names.config;

import dev.truename.names.config.RegistriesConfiguration.SearchRegistries;
import dev.truename.names.toml.Toml;
import dev.truename.names.toml.TomlEntry;
import dev.truename.names.toml.TomlTable;
import dev.truename.names.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a file in version 1 of the format says: `registries` lists in `[registries.search]`, `[registries.insecure]`
/// and `[registries.block]`.
///
/// @param line where the first of them starts
/// @param search null if the file has no such list
record V1Lists(int line, @Nullable SearchRegistries search, List<TomlValue.Text> insecure, List<TomlValue.Text> block) {

    /// @param entry `registries`
    /// @return null if it has none of the lists, so that the file is not in version 1
    static @Nullable V1Lists read(TomlEntry entry, Report report) {
        if (!(entry.value() instanceof TomlTable table)) {
            report.wrongType(entry, "the header [[registry]], without \"ies\"");
            return null;
        }
        Fields fields = new Fields(table, Keys.V1, report);
        @Nullable List<TomlValue.Text> search = list(fields, "search", report);
        @Nullable List<TomlValue.Text> insecure = list(fields, "insecure", report);
        @Nullable List<TomlValue.Text> block = list(fields, "block", report);
        if (search == null && insecure == null && block == null) {
            return null;
        }
        return new V1Lists(
                entry.line(),
                search == null ? null : new SearchList(report).read(search, entry.line()),
                insecure == null ? List.of() : insecure,
                block == null ? List.of() : block);
    }

    private static @Nullable List<TomlValue.Text> list(Fields fields, String name, Report report) {
        @Nullable TomlEntry entry = fields.get(name);
        if (entry == null) {
            return null;
        }
        if (!(entry.value() instanceof TomlTable table)) {
            report.wrongType(entry, "the header [registries." + name + "]");
            return null;
        }
        return new Fields(table, Keys.V1_LIST, report).texts("registries");
    }

    void rejectMixture(Fields fields, Report report) {
        for (String name : Keys.TOP.names()) {
            @Nullable TomlEntry entry = fields.get(name);
            if (entry != null && !name.equals("registries")) {
                report.add(
                        Rule.V1_MIXED,
                        entry.line(),
                        name + " is version 2 of the format, but line " + line + " is version 1",
                        "convert version 1 by truename config convert, and write both into one file");
            }
        }
    }

    /// The blocked and insecure registries as tables of version 2.
    List<RegistryEntry> entries(Report report) {
        Map<String, RegistryEntry> entries = new LinkedHashMap<>();
        for (TomlValue.Text text : block) {
            add(entries, text, true, report);
        }
        for (TomlValue.Text text : insecure) {
            add(entries, text, false, report);
        }
        return new ArrayList<>(entries.values());
    }

    private static void add(Map<String, RegistryEntry> entries, TomlValue.Text text, boolean block, Report report) {
        @Nullable Place place = Place.of(text, report);
        if (place == null) {
            return;
        }
        if (place.isEmpty() || place.isWildcard() || !place.canMatch()) {
            report.add(
                    Rule.REWRITE,
                    text.line(),
                    Toml.shown(place.text()) + " is no registry",
                    "write host[:port][/path]");
            return;
        }
        Origin origin = report.origin(text.line());
        @Nullable RegistryEntry before = entries.get(place.text());
        Sourced<Boolean> no = new Sourced<>(false, origin);
        Sourced<Boolean> yes = new Sourced<>(true, origin);
        RegistryEntry entry = new RegistryEntry(
                place.text(),
                place.text(),
                block ? no : yes,
                block ? yes : before == null ? no : before.blocked(),
                List.of(),
                before == null ? origin : before.origin(),
                List.of());
        entries.put(place.text(), entry);
    }
}
