package dev.truename.names.config;

import dev.truename.names.toml.Toml;
import java.nio.file.Path;
import java.util.List;

/// Reads the machine-written alias file: one `[aliases]` table and nothing else.
final class AliasFileReader {
    private AliasFileReader() {}

    static List<AliasDefinition> read(Path file, Toml.Result toml, Findings findings) {
        Report report = new Report(findings, file, toml.errors().isEmpty());
        RegistriesFileReader.syntax(toml, report);
        Fields fields = new Fields(toml.root(), Keys.ALIAS_FILE, report);
        return new AliasTable(report).read(fields.get("aliases"));
    }
}
