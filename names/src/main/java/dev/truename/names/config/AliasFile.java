package dev.truename.names.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.truename.names.config.ConfigurationFiles.Absence;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import dev.truename.names.toml.Toml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The machine-written alias file. A change is whole or absent whenever the process or the machine stops, and lasting
/// once the method has returned; other threads and processes that change the file at the same time lose nothing.
///
/// @param path need not exist, nor its folder, which a change makes
public record AliasFile(Path path) {
    public AliasFile {
        requireNonNull(path);
    }

    /// What is in the file, in its order; a missing file is empty. Takes no lock and writes nothing.
    ///
    /// @throws ConfigurationException with every mistake of the file
    public List<AliasDefinition> read() throws ConfigurationException {
        Findings findings = new Findings();
        Toml.@Nullable Result content =
                new ConfigurationFiles(findings).read(path, Absence.FINE).content();
        List<AliasDefinition> aliases = content == null ? List.of() : AliasFileReader.read(path, content, findings);
        findings.throwErrors();
        return aliases;
    }

    /// Adds an alias, or gives it another meaning. Tag and digest of the name do not count. No policy is looked at.
    ///
    /// @throws ConfigurationException if the file has mistakes; it is left as it is
    /// @throws IOException if the file cannot be written, or another process holds the lock for too long
    public void add(ShortName name, Repository target) throws ConfigurationException, IOException {
        try (AliasFileLock _ = AliasFileLock.acquire(path)) {
            write(name.path(), target.toString(), read());
        }
    }

    /// The same, unless a layer above the file's protects the name: the alias would not count.
    ///
    /// @param configuration with this file as its alias file
    /// @throws ProtectedNameException if so; nothing is written
    public void add(ShortName name, Repository target, RegistriesConfiguration configuration)
            throws ProtectedNameException, ConfigurationException, IOException {
        configuration.layers().requireFree(name, target, path);
        add(name, target);
    }

    /// Removes an alias from the file. Tag and digest of the name do not count.
    ///
    /// @throws UnknownAliasException if it is not in the file
    /// @throws ConfigurationException if the file has mistakes; it is left as it is
    /// @throws IOException if the file cannot be written, or another process holds the lock for too long
    public void remove(ShortName name) throws UnknownAliasException, ConfigurationException, IOException {
        try (AliasFileLock _ = AliasFileLock.acquire(path)) {
            List<AliasDefinition> aliases = read();
            if (aliases.stream().noneMatch(alias -> alias.key().equals(name.path()))) {
                throw new UnknownAliasException(name.path(), path);
            }
            write(name.path(), null, aliases);
        }
    }

    private void write(String name, @Nullable String target, List<AliasDefinition> before) throws IOException {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (AliasDefinition alias : before) {
            wanted.put(alias.key(), alias.target().map(Repository::toString).orElse(""));
        }
        if (target == null) {
            wanted.remove(name);
        } else {
            wanted.put(name, target);
        }
        String text = Files.exists(path) ? new String(Files.readAllBytes(path), UTF_8) : "";
        Optional<String> edited = AliasFileText.edit(text, before, name, target);
        String replacement = edited.filter(candidate -> AliasFileText.says(candidate, wanted))
                .orElseGet(() -> AliasFileText.written(wanted));
        AtomicFile.replace(path, replacement.getBytes(UTF_8));
    }
}
