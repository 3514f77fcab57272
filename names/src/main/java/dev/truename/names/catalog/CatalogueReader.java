package dev.truename.names.catalog;

import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.Origin;
import dev.truename.names.toml.Toml;
import dev.truename.names.toml.TomlEntry;
import dev.truename.names.toml.TomlTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a catalogue.
final class CatalogueReader {
    private static final List<String> KEYS = List.of("version", "rules", "source", "registry");
    private static final List<String> SOURCE_KEYS = List.of("name", "file", "sha256");

    private final Mistakes mistakes;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Origin> inForce = new HashMap<>();
    private final List<SourceStamp> sources = new ArrayList<>();
    private final List<CatalogueEntry> entries = new ArrayList<>();

    CatalogueReader(Path file) {
        this.mistakes = new Mistakes(file);
    }

    Catalogue read(byte[] text) throws ConfigurationException {
        Section top = new Section(mistakes.document(text), mistakes, KEYS);
        String version = top.text("version");
        String rules = sha256(top, "rules");
        for (TomlTable table : top.tables("source")) {
            Section source = new Section(table, mistakes, SOURCE_KEYS);
            source(source.text("name"), source.text("file"), sha256(source, "sha256"));
        }
        for (TomlEntry host : top.entries("registry")) {
            registry(host);
        }
        mistakes.throwAny();
        return new Catalogue(version, rules, sources, entries);
    }

    private String sha256(Section section, String key) {
        String text = section.text(key);
        if (!text.isEmpty() && !Sha256.isValid(text)) {
            mistakes.value(section.line(key), Toml.shown(text) + " is no SHA-256", "write 64 hex digits");
        }
        return text;
    }

    /// What is wrong with the texts has been reported.
    private void source(String name, String file, String sha256) {
        if (SourceStamp.isName(name) && SourceStamp.isName(file)) {
            sources.add(new SourceStamp(name, file, sha256));
        }
    }

    private void registry(TomlEntry host) {
        if (!(host.value() instanceof TomlTable namespaces)) {
            mistakes.wrongType(host.key(), host.value(), "the header [registry.\"HOST\".\"NAMESPACE\"]");
            return;
        }
        for (TomlEntry namespace : namespaces.entries()) {
            NamespaceReader reader = new NamespaceReader(host.key(), namespace.key(), mistakes);
            for (CatalogueEntry entry : reader.read(namespace)) {
                add(entry);
            }
        }
    }

    private void add(CatalogueEntry entry) {
        Origin origin = entry.entry().origins().getFirst();
        if (!seen.add(entry.key() + " " + entry.target())) {
            mistakes.value(origin.line(), entry.key() + " is there twice", "remove one of the two");
            return;
        }
        if (entry.isKept()) {
            @Nullable Origin earlier = inForce.put(entry.key(), origin);
            if (earlier != null) {
                mistakes.value(
                        origin.line(),
                        entry.key() + " has another meaning in line " + earlier.line(),
                        "drop one of the two");
            }
        }
        entries.add(entry);
    }
}
