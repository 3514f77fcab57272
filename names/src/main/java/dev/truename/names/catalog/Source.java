package dev.truename.names.catalog;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.DropIn;
import dev.truename.names.config.InputFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A table that a catalogue is made from, such as all files of one release of RHEL.
///
/// @param stamps which bytes it was read from
/// @param entries what a node that reads the files makes of them
/// @param shadowed what no node reads, since a later file of the source says something else of the name
public record Source(List<SourceStamp> stamps, List<Entry> entries, List<Entry> shadowed) {
    public Source {
        stamps = List.copyOf(stamps);
        entries = List.copyOf(entries);
        shadowed = List.copyOf(shadowed);
    }

    /// Reads drop-ins in the order in which a node does, or the pages of a catalogue's export in JSON: of one name the
    /// last definition counts.
    ///
    /// @param name for reports, such as `el9`
    /// @throws ConfigurationException with every mistake of a file, or if it cannot be read
    public static Source read(String name, List<Path> files) throws ConfigurationException {
        List<SourceStamp> stamps = new ArrayList<>();
        List<AliasDefinition> definitions = new ArrayList<>();
        for (Path file : files) {
            byte[] text = InputFile.read(file);
            stamps.add(new SourceStamp(name, String.valueOf(file.getFileName()), Sha256.of(text)));
            definitions.addAll(
                    CatalogueExport.is(text)
                            ? CatalogueExport.parse(file, text)
                            : DropIn.parse(file, text).aliases());
        }
        return of(stamps, definitions);
    }

    /// @param definitions in reading order
    static Source of(List<SourceStamp> stamps, List<AliasDefinition> definitions) {
        Map<String, AliasDefinition> inForce = new LinkedHashMap<>();
        List<Entry> shadowed = new ArrayList<>();
        for (AliasDefinition definition : definitions) {
            @Nullable AliasDefinition earlier = inForce.put(definition.key(), definition);
            if (earlier != null && !earlier.target().equals(definition.target())) {
                addTo(shadowed, earlier);
            }
        }
        List<Entry> entries = new ArrayList<>();
        inForce.values().forEach(definition -> addTo(entries, definition));
        return new Source(stamps, entries, shadowed);
    }

    private static void addTo(List<Entry> entries, AliasDefinition definition) {
        definition
                .target()
                .ifPresent(target -> entries.add(new Entry(definition.key(), target, List.of(definition.origin()))));
    }

    /// A catalogue as the source of a new one: everything that it has, whatever became of it.
    public static Source of(Catalogue catalogue) {
        return new Source(
                catalogue.sources(),
                catalogue.entries().stream().map(CatalogueEntry::entry).toList(),
                List.of());
    }
}
