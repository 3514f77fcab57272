package dev.truename.names.reload;

import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.ConfigurationLoader;
import dev.truename.names.config.ConfigurationSources;
import dev.truename.names.config.Finding;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.config.Rule;
import java.util.List;

/// One look at all files, none of which changed meanwhile.
sealed interface FileLoad {
    /// Files that change again while they are read are read again, so often at most.
    int ATTEMPTS = 8;

    /// What stood on the disk.
    Footprint footprint();

    record Good(RegistriesConfiguration configuration, SnapshotId id, Footprint footprint) implements FileLoad {}

    /// @param attempt equal for two loads of the same bytes
    record Bad(List<Finding> errors, String attempt, Footprint footprint) implements FileLoad {}

    /// Reads until nothing changed from the first file to the last: several files that are changed together are read
    /// all as they were or all as they are.
    static FileLoad of(ConfigurationSources sources) {
        Footprint before = Footprint.of(sources, List.of());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            FileLoad load = once(sources);
            if (load.footprint().sameAs(before)) {
                return load;
            }
            before = load.footprint();
        }
        return new Bad(List.of(changing(sources)), "", before);
    }

    private static FileLoad once(ConfigurationSources sources) {
        ReadFiles read = new ReadFiles();
        try {
            RegistriesConfiguration configuration = ConfigurationLoader.load(sources, read);
            return new Good(configuration, read.id(sources, configuration), Footprint.of(sources, read.paths()));
        } catch (ConfigurationException e) {
            return new Bad(e.errors(), read.attempt(), Footprint.of(sources, read.paths()));
        }
    }

    private static Finding changing(ConfigurationSources sources) {
        return new Finding(
                Rule.FILES_CHANGING.severity(),
                sources.mainFiles().getLast().path(),
                0,
                Rule.FILES_CHANGING.id(),
                "the files that count changed " + ATTEMPTS + " times in a row while they were read",
                "find out what writes them again and again");
    }
}
