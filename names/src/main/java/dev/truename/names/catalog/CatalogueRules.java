package dev.truename.names.catalog;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.InputFile;
import dev.truename.names.config.Origin;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What an entry must be to be in the table. Every line was reviewed and says why.
///
/// @param file where they were written
/// @param sha256 of the file, 64 hex digits
/// @param version as the file states it
/// @param namespaces the allowed ones by name
/// @param lines the reviewed lines of each section by key; every section is there
public record CatalogueRules(
        Path file,
        String sha256,
        String version,
        SortedMap<String, Namespace> namespaces,
        Map<RuleSection, SortedMap<String, RuleLine>> lines) {
    public CatalogueRules {
        requireNonNull(file);
        requireNonNull(sha256);
        requireNonNull(version);
        namespaces = Collections.unmodifiableSortedMap(new TreeMap<>(namespaces));
        Map<RuleSection, SortedMap<String, RuleLine>> copy = new EnumMap<>(RuleSection.class);
        for (RuleSection section : RuleSection.values()) {
            @Nullable SortedMap<String, RuleLine> given = lines.get(section);
            copy.put(section, given == null ? new TreeMap<>() : Collections.unmodifiableSortedMap(given));
        }
        lines = Collections.unmodifiableMap(copy);
    }

    /// Reads a file of rules, in the form of the project's `catalog/rules.toml`.
    ///
    /// @throws ConfigurationException with every mistake of the file, or if it cannot be read
    public static CatalogueRules read(Path file) throws ConfigurationException {
        return parse(file, InputFile.read(file));
    }

    /// @param file where the text is from, for origins; not opened
    /// @throws ConfigurationException with every mistake of the text
    public static CatalogueRules parse(Path file, byte[] text) throws ConfigurationException {
        return new RulesReader(file).read(text);
    }

    /// The line of a section with exactly this key.
    public Optional<RuleLine> line(RuleSection section, String key) {
        return Optional.ofNullable(byKey(section).get(key));
    }

    /// All lines of a section, by key.
    public Collection<RuleLine> all(RuleSection section) {
        return byKey(section).values();
    }

    private SortedMap<String, RuleLine> byKey(RuleSection section) {
        return requireNonNull(lines.get(section));
    }

    /// The whole of the rules, where what decides is that no line allows something.
    Origin origin() {
        return new Origin(file, 0);
    }
}
