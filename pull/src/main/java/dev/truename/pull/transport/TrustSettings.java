package dev.truename.pull.transport;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where certificates are looked for.
///
/// @param hostFolders certs.d folders, the first that has a folder for the host counts
/// @param commandFolder `--cert-dir`: a flat folder that counts for every host, in place of `hostFolders`
/// @param bundle `SSL_CERT_FILE`: a PEM file in place of the system's
/// @param bundleFolders `SSL_CERT_DIR`: folders of PEM files, read beside the bundle
public record TrustSettings(
        List<Path> hostFolders, Optional<Path> commandFolder, Optional<Path> bundle, List<Path> bundleFolders) {
    /// The machine's certificate authorities alone.
    public static final TrustSettings SYSTEM =
            new TrustSettings(List.of(), Optional.empty(), Optional.empty(), List.of());

    public TrustSettings {
        hostFolders = List.copyOf(hostFolders);
        requireNonNull(commandFolder);
        requireNonNull(bundle);
        bundleFolders = List.copyOf(bundleFolders);
    }

    /// As the reference looks: the user's certs.d, then those of the machine.
    ///
    /// @param configHome the user's `XDG_CONFIG_HOME`, or its default; none for nobody's
    /// @param environment where `SSL_CERT_FILE` and `SSL_CERT_DIR` may be set
    public static TrustSettings standard(Optional<Path> configHome, Map<String, String> environment) {
        List<Path> folders = new ArrayList<>();
        configHome.ifPresent(home -> folders.add(home.resolve("containers/certs.d")));
        folders.add(Path.of("/etc/containers/certs.d"));
        folders.add(Path.of("/etc/docker/certs.d"));
        String file = environment.getOrDefault("SSL_CERT_FILE", "");
        return new TrustSettings(
                folders,
                Optional.empty(),
                file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file)),
                paths(environment.getOrDefault("SSL_CERT_DIR", "")));
    }

    public TrustSettings withCommandFolder(Path folder) {
        return new TrustSettings(hostFolders, Optional.of(folder), bundle, bundleFolders);
    }

    public TrustSettings withHostFolders(List<Path> folders) {
        return new TrustSettings(folders, commandFolder, bundle, bundleFolders);
    }

    private static List<Path> paths(String list) {
        List<Path> paths = new ArrayList<>();
        for (String part : list.split(":", -1)) {
            if (!part.isEmpty()) {
                paths.add(Path.of(part));
            }
        }
        return paths;
    }
}
