package dev.truename.names.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the files of which a policy protects names and which are not read: since a drop-in of the same name or another
/// main file stands in their place, or since the caller or a variable names other files altogether.
final class HiddenFiles {
    /// A file that does not count, but for its protected names.
    ///
    /// @param mask what stands in its place; null if it was not looked for
    record Hidden(Path file, @Nullable Path mask) {}

    private final FileLayers layers;
    private final ConfigurationSources sources;
    private final Findings findings;

    HiddenFiles(FileLayers layers, ConfigurationSources sources, Findings findings) {
        this.layers = layers;
        this.sources = sources;
        this.findings = findings;
    }

    /// @param main the main file that was read; null if there is none
    /// @param folders in which drop-ins were looked for
    /// @param dropIns those that are read
    List<Hidden> find(Collection<Path> candidates, @Nullable Path main, List<Path> folders, Collection<Path> dropIns) {
        Set<Path> read = new HashSet<>();
        dropIns.forEach(file -> read.add(FileLayers.absolute(file)));
        sources.override().ifPresent(file -> read.add(FileLayers.absolute(file)));
        read.add(FileLayers.absolute(sources.aliasFile()));
        if (main != null) {
            read.add(FileLayers.absolute(main));
        }
        List<Hidden> hidden = new ArrayList<>();
        for (Path file : candidates) {
            Policy.@Nullable Layer layer = layers.of(file).rule();
            if (layer != null && !layer.names().isEmpty() && read.add(file)) {
                @Nullable Path mask = isMainFile(file) ? main : mask(file, folders, dropIns);
                // Whose word is as good may take a file out of force.
                if (mask == null || layer.owner().isAbove(layers.of(mask).owner())) {
                    report(file, mask, layer);
                    hidden.add(new Hidden(file, mask));
                }
            }
        }
        return hidden;
    }

    private boolean isMainFile(Path file) {
        return sources.mainFiles().stream()
                .anyMatch(main -> FileLayers.absolute(main.path()).equals(file));
    }

    private static @Nullable Path mask(Path file, List<Path> folders, Collection<Path> dropIns) {
        boolean lookedFor =
                folders.stream().anyMatch(folder -> FileLayers.absolute(folder).equals(file.getParent()));
        if (!lookedFor) {
            return null;
        }
        return dropIns.stream()
                .filter(dropIn -> dropIn.getFileName().equals(file.getFileName()))
                .findFirst()
                .orElse(null);
    }

    private void report(Path file, @Nullable Path mask, Policy.Layer layer) {
        findings.add(
                Rule.PROTECTED_FILE,
                file,
                0,
                (mask == null ? "the file is not among those that count" : mask + " stands in the file's place")
                        + ", but " + layer.owner().word() + " protects names of it ("
                        + layer.names().getFirst().origin() + "): they count all the same",
                mask == null ? "take the names that are not to count off the policy" : "remove " + mask);
    }
}
