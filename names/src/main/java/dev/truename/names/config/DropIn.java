package dev.truename.names.config;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.RegistriesFileReader.V1;
import dev.truename.names.toml.Toml;
import java.nio.file.Path;
import java.util.List;

/// One registries.conf or drop-in by itself, such as a vendor's alias table: what it says without the files around it.
///
/// @param aliases in the order of the file; erasures are in it, with no target
/// @param aliasesOnly whether the file says nothing else
public record DropIn(Path path, List<AliasDefinition> aliases, boolean aliasesOnly) {
    public DropIn {
        requireNonNull(path);
        aliases = List.copyOf(aliases);
    }

    /// @param path where the text is from, for origins; not opened
    /// @throws ConfigurationException with every mistake of the text
    public static DropIn parse(Path path, byte[] text) throws ConfigurationException {
        Findings findings = new Findings();
        RegistriesFile file = new RegistriesFileReader(findings).read(path, Toml.read(text), V1.REFUSED);
        findings.throwErrors();
        boolean aliasesOnly = file.mode() == null
                && file.search() == null
                && file.credentialHelpers() == null
                && file.registries().isEmpty();
        return new DropIn(path, file.aliases(), aliasesOnly);
    }

    /// @throws ConfigurationException with every mistake of the file, or if it cannot be read
    public static DropIn read(Path path) throws ConfigurationException {
        return parse(path, InputFile.read(path));
    }
}
