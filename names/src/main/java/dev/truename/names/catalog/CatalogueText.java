package dev.truename.names.catalog;

import dev.truename.names.toml.Toml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A catalogue as a file that people can review: host, namespace, repositories, with one line an entry. The same
/// catalogue gives the same bytes.
public final class CatalogueText {
    private final StringBuilder out = new StringBuilder(1 << 16);

    private CatalogueText() {}

    /// What [Catalogue#read] reads, in UTF-8.
    public static String of(Catalogue catalogue) {
        return new CatalogueText().text(catalogue);
    }

    private String text(Catalogue catalogue) {
        line(
                "# What is known of the official images: registry, namespace, repositories. What is dropped says by which rule.");
        line("# Written by truename table build: change the rules, not this file.");
        assign("version", catalogue.version());
        assign("rules", catalogue.rules());
        catalogue.sources().forEach(this::source);
        Map<String, Map<String, List<CatalogueEntry>>> registries = new TreeMap<>();
        for (CatalogueEntry entry : catalogue.entries()) {
            registries
                    .computeIfAbsent(entry.target().host(), host -> new TreeMap<>())
                    .computeIfAbsent(Namespace.of(entry.target()), namespace -> new ArrayList<>())
                    .add(entry);
        }
        registries.forEach((host, namespaces) ->
                namespaces.forEach((namespace, entries) -> namespace(header(host, namespace), namespace, entries)));
        return out.toString();
    }

    private void source(SourceStamp stamp) {
        line("");
        line("[[source]]");
        assign("name", stamp.source());
        assign("file", stamp.file());
        assign("sha256", stamp.sha256());
    }

    private static String header(String host, String namespace) {
        return "registry." + Toml.quoted(host) + "." + Toml.quoted(namespace);
    }

    private void namespace(String header, String name, List<CatalogueEntry> entries) {
        List<CatalogueEntry> plain =
                entries.stream().filter(entry -> entry.entry().isPlain()).toList();
        List<CatalogueEntry> others =
                entries.stream().filter(entry -> !entry.entry().isPlain()).toList();
        line("");
        line("[" + header + "]");
        entries.getFirst().namespace().ifPresent(this::facts);
        Optional<Verdict.Dropped> common = common(plain);
        if (common.isPresent()) {
            line("all-dropped = { " + reasons(common.get()) + " }");
        }
        line("repositories = [");
        for (CatalogueEntry entry : plain) {
            if (common.isPresent() || !(entry.verdict() instanceof Verdict.Dropped)) {
                line("    " + Toml.quoted(within(name, entry)) + ",");
            }
        }
        line("]");
        if (common.isEmpty()) {
            dropped(header, name, plain);
        }
        aliases(header, name, others);
    }

    private void facts(Namespace namespace) {
        assign("product", namespace.product());
        assign("lifecycle", namespace.lifecycle().word());
        line("profiles = ["
                + String.join(
                        ", ", namespace.profiles().stream().map(Toml::quoted).toList()) + "]");
    }

    /// The one verdict that drops all of a namespace, if there is one.
    private static Optional<Verdict.Dropped> common(List<CatalogueEntry> plain) {
        if (plain.isEmpty() || !(plain.getFirst().verdict() instanceof Verdict.Dropped first)) {
            return Optional.empty();
        }
        boolean same = plain.stream()
                .allMatch(entry -> entry.verdict() instanceof Verdict.Dropped dropped
                        && dropped.rule() == first.rule()
                        && dropped.reason().equals(first.reason()));
        return same ? Optional.of(first) : Optional.empty();
    }

    private void dropped(String header, String name, List<CatalogueEntry> plain) {
        boolean started = false;
        for (CatalogueEntry entry : plain) {
            if (entry.verdict() instanceof Verdict.Dropped verdict) {
                if (!started) {
                    line("[" + header + ".dropped]");
                    started = true;
                }
                line(Toml.quoted(within(name, entry)) + " = { " + reasons(verdict) + " }");
            }
        }
    }

    private void aliases(String header, String name, List<CatalogueEntry> others) {
        if (others.isEmpty()) {
            return;
        }
        line("[" + header + ".aliases]");
        for (CatalogueEntry entry : others) {
            String repository = "repository = " + Toml.quoted(within(name, entry));
            String reasons = switch (entry.verdict()) {
                case Verdict.Dropped verdict -> reasons(verdict);
                case Verdict.Renamed verdict -> "reason = " + Toml.quoted(verdict.reason());
                case Verdict.Kept _ ->
                    throw new IllegalArgumentException(entry.key() + " is kept though its path is another");
            };
            line(Toml.quoted(entry.key()) + " = { " + repository + ", " + reasons + " }");
        }
    }

    private static String reasons(Verdict.Dropped verdict) {
        return "rule = " + Toml.quoted(verdict.rule().id()) + ", reason = " + Toml.quoted(verdict.reason());
    }

    /// The path below its namespace.
    private static String within(String namespace, CatalogueEntry entry) {
        String path = entry.target().path();
        return namespace.equals(Namespace.ROOT) ? path : path.substring(namespace.length() + 1);
    }

    private void assign(String key, String value) {
        line(key + " = " + Toml.quoted(value));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
