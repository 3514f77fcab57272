package dev.truename.cli.table;

import dev.truename.cli.io.Json;
import dev.truename.cli.names.FindingJson;
import dev.truename.names.catalog.CatalogueEntry;
import dev.truename.names.catalog.Entry;
import dev.truename.names.catalog.Namespace;
import dev.truename.names.catalog.Verdict;

/// Entries of a table for scripts.
final class EntryJson {
    private EntryJson() {}

    /// An array's element.
    static void add(CatalogueEntry entry, Json json) {
        json.startObject();
        members(entry, json);
        json.endObject();
    }

    /// An entry's members: `name`, `target`, `verdict`, `rule`, `reason`, `because`, `product`, `lifecycle`,
    /// `profiles`, `origins`. What there is none of is null.
    static void members(CatalogueEntry entry, Json json) {
        json.member("name", entry.key()).member("target", entry.target().toString());
        verdict(entry.verdict(), json);
        FindingJson.add("because", entry.verdict().because(), json);
        json.member("product", entry.namespace().map(Namespace::product));
        json.member(
                "lifecycle",
                entry.namespace().map(namespace -> namespace.lifecycle().word()));
        json.startArray("profiles");
        entry.profiles().forEach(json::element);
        json.endArray();
        origins(entry.entry(), json);
    }

    private static void verdict(Verdict verdict, Json json) {
        switch (verdict) {
            case Verdict.Kept _ ->
                json.member("verdict", "kept").nothing("rule").nothing("reason");
            case Verdict.Renamed renamed ->
                json.member("verdict", "renamed").nothing("rule").member("reason", renamed.reason());
            case Verdict.Dropped dropped ->
                json.member("verdict", "dropped")
                        .member("rule", dropped.rule().id())
                        .member("reason", dropped.reason());
        }
    }

    /// A member: an array of `file` and `line`.
    static void origins(Entry entry, Json json) {
        json.startArray("origins");
        entry.origins().forEach(origin -> FindingJson.add(origin, json));
        json.endArray();
    }
}
