package dev.truename.names.catalog;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.InputFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What is known of the official images: every entry that a source has for an official registry, with its verdict.
///
/// @param version of the rules, as they state it
/// @param rules SHA-256 of the rules, 64 hex digits
/// @param sources by name, the files of one source in the order in which a node reads them
/// @param entries in [CatalogueEntry#ORDER]; of one key at most one is not dropped
public record Catalogue(String version, String rules, List<SourceStamp> sources, List<CatalogueEntry> entries) {
    /// The profile that has every entry that is not dropped.
    public static final String OFFICIAL = "official";

    public Catalogue {
        requireNonNull(version);
        requireNonNull(rules);
        sources = sources.stream().sorted(SourceStamp.BY_SOURCE).toList();
        entries = entries.stream().sorted(CatalogueEntry.ORDER).toList();
    }

    /// Reads what [CatalogueText] writes.
    ///
    /// @throws ConfigurationException with every mistake of the file, or if it cannot be read
    public static Catalogue read(Path file) throws ConfigurationException {
        return parse(file, InputFile.read(file));
    }

    /// @param file where the text is from, for origins; not opened
    /// @throws ConfigurationException with every mistake of the text
    public static Catalogue parse(Path file, byte[] text) throws ConfigurationException {
        return new CatalogueReader(file).read(text);
    }

    /// Every profile that some entry is in, [#OFFICIAL] too.
    public SortedSet<String> profiles() {
        SortedSet<String> profiles = new TreeSet<>();
        profiles.add(OFFICIAL);
        for (CatalogueEntry entry : entries) {
            entry.namespace().ifPresent(namespace -> profiles.addAll(namespace.profiles()));
        }
        return profiles;
    }

    /// The entries that a table of this profile has.
    public List<CatalogueEntry> table(String profile) {
        return entries.stream().filter(entry -> entry.isIn(profile)).toList();
    }

    /// All entries of a name: the one that counts first, if there is one.
    public List<CatalogueEntry> named(String key) {
        List<CatalogueEntry> named = new ArrayList<>();
        for (CatalogueEntry entry : entries) {
            if (entry.key().equals(key)) {
                named.add(entry.isKept() ? 0 : named.size(), entry);
            }
        }
        return named;
    }

    /// The entry of a name that counts.
    public Optional<CatalogueEntry> inForce(String key) {
        return named(key).stream().filter(entry -> entry.isKept()).findFirst();
    }
}
