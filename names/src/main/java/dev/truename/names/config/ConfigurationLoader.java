package dev.truename.names.config;

import dev.truename.names.config.ConfigurationFiles.Absence;
import dev.truename.names.config.ConfigurationSources.MainFile;
import dev.truename.names.config.RegistriesFileReader.V1;
import dev.truename.names.toml.Toml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads all files that count into one snapshot. Takes no lock, writes nothing, and remembers nothing: whoever loads
/// again gets what the files say by then.
public final class ConfigurationLoader {
    private final ConfigurationSources sources;
    private final Findings findings = new Findings();
    private final ConfigurationFiles files;
    private final RegistriesFileReader reader = new RegistriesFileReader(findings);
    private final FileLayers layers;
    private final ConfigurationMerger merger;
    /// The main file that was read.
    private @Nullable Path main;

    private ConfigurationLoader(ConfigurationSources sources, @Nullable FileObserver observer) {
        this.sources = sources;
        this.files = new ConfigurationFiles(findings, observer);
        this.layers = new FileLayers(readPolicy(), sources.layering());
        this.merger = new ConfigurationMerger(layers, findings);
    }

    /// Nothing found at all is an empty configuration.
    ///
    /// @throws ConfigurationException with every error of every file
    public static RegistriesConfiguration load(ConfigurationSources sources) throws ConfigurationException {
        return new ConfigurationLoader(sources, null).load();
    }

    /// The same, and tells the bytes of every file that is read, in reading order, so that what was read can be told
    /// from what the files say later.
    ///
    /// @throws ConfigurationException with every error of every file
    public static RegistriesConfiguration load(ConfigurationSources sources, FileObserver observer)
            throws ConfigurationException {
        return new ConfigurationLoader(sources, observer).load();
    }

    /// What is found in the files that count, whether or not they can be used. Tells the bytes of every file, too.
    public static Inspection inspect(ConfigurationSources sources, FileObserver observer) {
        ConfigurationLoader loader = new ConfigurationLoader(sources, observer);
        try {
            RegistriesConfiguration configuration = loader.load();
            return new Inspection(configuration.files(), configuration.layers(), configuration.warnings());
        } catch (ConfigurationException e) {
            return new Inspection(loader.merger.files(), Layers.NONE, loader.findings.all());
        }
    }

    /// Whether there is a policy that protects anything, so that an alias may be refused. Reads the policy alone.
    ///
    /// @throws ConfigurationException with every error of the policy
    public static boolean protects(ConfigurationSources sources) throws ConfigurationException {
        ConfigurationLoader loader = new ConfigurationLoader(sources, null);
        loader.findings.throwErrors();
        return loader.layers.protectsNames();
    }

    /// Reads the first policy that exists.
    private Policy readPolicy() {
        ConfigurationSources.Layering layering = sources.layering();
        for (Path file : layering.policies()) {
            if (layering.policyRequired() || ConfigurationFiles.isThere(file)) {
                Toml.@Nullable Result content = files.read(file, Absence.ERROR).content();
                return content == null ? Policy.NONE : PolicyReader.read(file, content, findings);
            }
        }
        return Policy.NONE;
    }

    private RegistriesConfiguration load() throws ConfigurationException {
        for (Finding note : sources.notes()) {
            findings.add(note);
        }
        boolean legacy = sources.generation() == Generation.LEGACY;
        List<Path> folders = readMainFile(legacy ? V1.CONVERTED : V1.REFUSED);
        V1 v1 = legacy ? V1.REFUSED_IN_DROP_IN : V1.REFUSED;
        Collection<Path> dropIns = legacy ? folderByFolder(folders) : byName(folders);
        if (layers.protectsNames()) {
            readWithHidden(dropIns, folders, v1);
        } else {
            for (Path file : dropIns) {
                read(file, Absence.VANISHED, v1);
            }
        }
        if (sources.override().isPresent()) {
            read(sources.override().get(), Absence.ERROR, v1);
        }
        readAliasFile();
        findings.throwErrors();
        return merger.configuration(sources.mode(), findings.warnings());
    }

    /// Reads the drop-ins, and of the files that are hidden what is protected: in the place of what hides them, or
    /// ahead of all.
    private void readWithHidden(Collection<Path> dropIns, List<Path> folders, V1 v1) {
        List<HiddenFiles.Hidden> hidden = new HiddenFiles(layers, sources, findings)
                .find(layers.protectedFiles(files, findings), main, folders, dropIns);
        for (HiddenFiles.Hidden each : hidden) {
            if (!dropIns.contains(each.mask())) {
                readHidden(each.file());
            }
        }
        for (Path file : dropIns) {
            for (HiddenFiles.Hidden each : hidden) {
                if (file.equals(each.mask())) {
                    readHidden(each.file());
                }
            }
            read(file, Absence.VANISHED, v1);
        }
    }

    private void readHidden(Path file) {
        Toml.@Nullable Result content = files.read(file, Absence.VANISHED).content();
        if (content != null) {
            V1 v1 = sources.generation() == Generation.LEGACY ? V1.CONVERTED : V1.REFUSED;
            merger.addProtected(reader.read(file, content, v1));
        }
    }

    /// Reads the first main file that exists, and gives its drop-in folders.
    private List<Path> readMainFile(V1 v1) {
        Absence absence = sources.mainRequired() ? Absence.ERROR : Absence.FINE;
        for (MainFile candidate : sources.mainFiles()) {
            if (read(candidate.path(), absence, v1)) {
                main = candidate.path();
                return candidate.dropInFolders();
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
    private Collection<Path> byName(List<Path> folders) {
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
        if (content == null) {
            merger.noAliasFile(file);
        } else {
            merger.addAliasFile(file, AliasFileReader.read(file, content, findings));
        }
    }
}
