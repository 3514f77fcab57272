package dev.truename.names.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Which files count, in which order. Says nothing about which of them exist.
///
/// @param mainFiles in order; the first that exists is read, and its drop-in folders count; where none exists, the
///     last one's folders do
/// @param mainRequired whether a main file must exist, since somebody named it
/// @param override read after everything but the alias file; must exist
/// @param aliasFile the machine-written alias file; need not exist
/// @param mode the caller's, which beats the mode of all files
/// @param layering what tells whose each file is
/// @param notes findings about the environment
public record ConfigurationSources(
        Generation generation,
        List<MainFile> mainFiles,
        boolean mainRequired,
        Optional<Path> override,
        Path aliasFile,
        Optional<ShortNameMode> mode,
        Layering layering,
        List<Finding> notes) {
    /// A main file and the drop-in folders that count beside it, the highest priority first.
    public record MainFile(Path path, List<Path> dropInFolders) {
        public MainFile {
            requireNonNull(path);
            dropInFolders = List.copyOf(dropInFolders);
        }
    }

    /// What tells whose each file is, and what is protected.
    ///
    /// @param policies in order; the first that exists is read. None is the user's: it would be theirs to weaken.
    /// @param policyRequired whether a policy must exist, since somebody named it
    /// @param official the folder whose files are [Owner#OFFICIAL] where the policy says nothing else
    /// @param cluster the folder whose files are [Owner#CLUSTER] where the policy says nothing else
    public record Layering(List<Path> policies, boolean policyRequired, Path official, Path cluster) {
        public Layering {
            policies = List.copyOf(policies);
            requireNonNull(official);
            requireNonNull(cluster);
        }
    }

    public ConfigurationSources {
        requireNonNull(generation);
        mainFiles = List.copyOf(mainFiles);
        if (mainFiles.isEmpty()) {
            throw new IllegalArgumentException("there must be a main file to look for");
        }
        requireNonNull(override);
        requireNonNull(aliasFile);
        requireNonNull(mode);
        requireNonNull(layering);
        notes = List.copyOf(notes);
    }

    /// The files that count for a host and user, and what the caller wants otherwise. Opens no file.
    public static ConfigurationSources of(HostEnvironment host, ConfigurationChoices choices) {
        return new SourceRules(host, choices).sources();
    }
}
