package dev.truename.cli.table;

import dev.truename.cli.command.CommandException;
import dev.truename.names.catalog.Catalogue;
import dev.truename.names.catalog.CatalogueEntry;
import dev.truename.names.catalog.Entry;
import dev.truename.names.catalog.ShippedCatalogue;
import dev.truename.names.catalog.Source;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.Finding;
import dev.truename.names.config.InputFile;
import dev.truename.names.reference.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Alias tables that somebody named.
final class TableInput {
    private TableInput() {}

    /// The meaning of each name: in a profile of the shipped catalogue, in a drop-in, or in a folder of drop-ins.
    static Map<String, Repository> read(String operand) throws CommandException {
        Catalogue shipped = ShippedCatalogue.read();
        if (shipped.profiles().contains(operand)) {
            return meanings(
                    shipped.table(operand).stream().map(CatalogueEntry::entry).toList());
        }
        List<Path> files = files(Tables.path(operand));
        try {
            return meanings(Source.read(operand, files).entries());
        } catch (ConfigurationException e) {
            throw Tables.unusable("the table cannot be used", e);
        }
    }

    private static Map<String, Repository> meanings(List<Entry> entries) {
        Map<String, Repository> meanings = new HashMap<>();
        entries.forEach(entry -> meanings.put(entry.key(), entry.target()));
        return meanings;
    }

    /// The file, or a folder's drop-ins in the order in which a node reads them.
    static List<Path> files(Path path) throws CommandException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        List<Finding> errors = new ArrayList<>();
        List<Path> files = InputFile.dropIns(path, finding -> {
            if (finding.severity() == Finding.Severity.ERROR) {
                errors.add(finding);
            }
        });
        if (!errors.isEmpty()) {
            throw Tables.unusable("the folder cannot be used", new ConfigurationException(errors, List.of()));
        }
        if (files.isEmpty()) {
            throw Tables.usage("the folder " + path + " has no drop-ins", "Drop-ins are files named *.conf.");
        }
        return files;
    }
}
