package dev.truename.names.config;

import dev.truename.names.config.ConfigurationSources.Layering;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells whose a file is, and which of its names are protected: as the policy says, else by where it is.
record FileLayers(Policy policy, Layering layering) {
    /// A file's layer.
    ///
    /// @param rule the policy's layer that it belongs to; null if none names it
    record Membership(Owner owner, Policy.@Nullable Layer rule) {
        boolean protectsNames() {
            return rule != null && !rule.names().isEmpty();
        }

        /// The line that protects a name which the file defines; null if none does.
        @Nullable
        Origin protection(String name) {
            return rule == null ? null : rule.protection(name);
        }
    }

    /// Whether any name may be protected.
    boolean protectsNames() {
        for (Policy.Layer layer : policy.layers()) {
            if (!layer.names().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    Membership of(Path file) {
        Path absolute = absolute(file);
        for (Policy.Layer layer : policy.layers()) {
            for (FilePattern pattern : layer.files()) {
                if (pattern.matches(absolute)) {
                    return new Membership(layer.owner(), layer);
                }
            }
        }
        return new Membership(byFolder(absolute), null);
    }

    private Owner byFolder(Path file) {
        if (file.startsWith(layering.official())) {
            return Owner.OFFICIAL;
        }
        return file.startsWith(layering.cluster()) ? Owner.CLUSTER : Owner.USER;
    }

    static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /// The files there are of which a policy protects names, absolute; a layer that has none is reported.
    List<Path> protectedFiles(ConfigurationFiles files, Findings findings) {
        List<Path> all = new ArrayList<>();
        for (Policy.Layer layer : policy.layers()) {
            if (!layer.names().isEmpty()) {
                List<Path> found = protectedFiles(layer, files);
                if (found.isEmpty() && !layer.files().isEmpty()) {
                    reportNothing(layer, findings);
                }
                all.addAll(found);
            }
        }
        return all;
    }

    private static List<Path> protectedFiles(Policy.Layer layer, ConfigurationFiles files) {
        List<Path> found = new ArrayList<>();
        for (FilePattern pattern : layer.files()) {
            @Nullable Path folder = pattern.path().getParent();
            if (pattern.name() == null) {
                if (ConfigurationFiles.isThere(pattern.path())) {
                    found.add(pattern.path());
                }
            } else if (folder != null) {
                for (Path file : files.dropIns(folder)) {
                    if (pattern.matches(file)) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }

    private static void reportNothing(Policy.Layer layer, Findings findings) {
        findings.add(
                Rule.POLICY_NOTHING,
                layer.origin().file(),
                layer.origin().line(),
                "none of the layer's files exists, so none of its names is protected",
                "correct `files`, or install what they come with");
    }
}
