package dev.truename.names.config;

import dev.truename.names.config.ConfigurationFiles.Absence;
import dev.truename.names.config.ConfigurationSources.MainFile;
import dev.truename.names.config.RegistriesFileReader.V1;
import dev.truename.names.toml.Toml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads all files that count into one snapshot. Takes no lock, writes nothing, and remembers nothing: whoever loads
/// again gets what the files say by then.
public final class ConfigurationLoader {
    private final ConfigurationSources sources;
    private final Findings findings = new Findings();
    private final ConfigurationFiles files = new ConfigurationFiles(findings);
    private final RegistriesFileReader reader = new RegistriesFileReader(findings);
    private final ConfigurationMerger merger = new ConfigurationMerger();

    private ConfigurationLoader(ConfigurationSources sources) {
        this.sources = sources;
    }

    /// Nothing found at all is an empty configuration.
    ///
    /// @throws ConfigurationException with every error of every file
    public static RegistriesConfiguration load(ConfigurationSources sources) throws ConfigurationException {
        return new ConfigurationLoader(sources).load();
    }

    private RegistriesConfiguration load() throws ConfigurationException {
        for (Finding note : sources.notes()) {
            findings.add(note);
        }
        boolean legacy = sources.generation() == Generation.LEGACY;
        List<Path> folders = readMainFile(legacy ? V1.CONVERTED : V1.REFUSED);
        V1 v1 = legacy ? V1.REFUSED_IN_DROP_IN : V1.REFUSED;
        for (Path file : legacy ? folderByFolder(folders) : byName(folders)) {
            read(file, Absence.VANISHED, v1);
        }
        if (sources.override().isPresent()) {
            read(sources.override().get(), Absence.ERROR, v1);
        }
        readAliasFile();
        findings.throwErrors();
        return merger.configuration(sources.mode(), findings.warnings());
    }

    /// Reads the first main file that exists, and gives its drop-in folders.
    private List<Path> readMainFile(V1 v1) {
        Absence absence = sources.mainRequired() ? Absence.ERROR : Absence.FINE;
        for (MainFile main : sources.mainFiles()) {
            if (read(main.path(), absence, v1)) {
                return main.dropInFolders();
            }
        }
        return sources.mainFiles().getLast().dropInFolders();
    }

    /// Whether the file exists; if it cannot be read, that is reported.
    private boolean read(Path file, Absence absence, V1 v1) {
        ConfigurationFiles.Outcome outcome = files.read(file, absence);
        Toml.@Nullable Result content = outcome.content();
        if (content != null) {
            merger.add(reader.read(file, content, v1));
        }
        return outcome.exists();
    }

    /// All folders' files in byte order of their names; of equal names the one in the folder of highest priority.
    private Iterable<Path> byName(List<Path> folders) {
        Map<Path, Path> byName = new TreeMap<>();
        for (Path folder : folders) {
            for (Path file : files.dropIns(folder)) {
                byName.putIfAbsent(file.getFileName(), file);
            }
        }
        return byName.values();
    }

    /// One folder's files after another's, the folder of highest priority last.
    private List<Path> folderByFolder(List<Path> folders) {
        List<Path> all = new ArrayList<>();
        for (Path folder : folders.reversed()) {
            all.addAll(files.dropIns(folder));
        }
        return all;
    }

    private void readAliasFile() {
        Path file = sources.aliasFile();
        Toml.@Nullable Result content = files.read(file, Absence.FINE).content();
        if (content != null) {
            merger.addAliasFile(file, AliasFileReader.read(file, content, findings));
        }
    }
}
