package dev.truename.names.catalog;

import static java.util.Objects.requireNonNull;

import dev.truename.names.toml.Toml;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Renders the drop-in of one profile. The same catalogue gives the same bytes.
///
/// @param profile one of [Catalogue#profiles()]
public record TableRenderer(Catalogue catalogue, String profile) {
    public TableRenderer {
        requireNonNull(catalogue);
        if (!catalogue.profiles().contains(profile)) {
            throw new IllegalArgumentException("the catalogue has no profile " + profile);
        }
    }

    /// A drop-in for `registries.conf.d`, in UTF-8.
    public String render() {
        List<CatalogueEntry> table = catalogue.table(profile);
        StringBuilder out = new StringBuilder(1 << 17);
        header(table, out);
        Map<String, String> products = products(table);
        String last = "";
        for (CatalogueEntry entry : table) {
            String namespace = Namespace.of(entry.key());
            if (!namespace.equals(last)) {
                line(namespace, products.getOrDefault(namespace, "other names"), out);
                last = namespace;
            }
            out.append(Toml.quoted(entry.key())).append(" = ");
            out.append(Toml.quoted(entry.target().toString())).append('\n');
        }
        return out.toString();
    }

    private static Map<String, String> products(List<CatalogueEntry> table) {
        Map<String, String> products = new HashMap<>();
        for (CatalogueEntry entry : table) {
            Namespace namespace = entry.namespace().orElseThrow();
            products.put(namespace.name(), namespace.product());
        }
        return products;
    }

    /// Version, sources, rules and counts, as comments; then the table's name.
    private void header(List<CatalogueEntry> table, StringBuilder out) {
        TableCounts of = TableCounts.of(table);
        out.append(
                "# What short names of official images mean. Rendered by truename from its catalogue: do not edit.\n");
        line("profile", profile, out);
        line("version", catalogue.version(), out);
        line("rules", "sha256:" + catalogue.rules(), out);
        for (SourceStamp source : catalogue.sources()) {
            line("source", source.source() + " " + source.file() + " sha256:" + source.sha256(), out);
        }
        line("aliases", of.kept() + ", " + of.renamed() + " of them renamed", out);
        for (Map.Entry<TableRule, Integer> dropped :
                TableCounts.of(catalogue.entries()).dropped().entrySet()) {
            line("left out", dropped.getValue() + " by rule " + dropped.getKey().id(), out);
        }
        int others = catalogue.table(Catalogue.OFFICIAL).size() - table.size();
        if (others > 0) {
            line("left out", others + " that are not in the profile", out);
        }
        out.append("[aliases]\n");
    }

    private static void line(String name, String value, StringBuilder out) {
        out.append("# ").append(name).append(": ").append(value).append('\n');
    }
}
