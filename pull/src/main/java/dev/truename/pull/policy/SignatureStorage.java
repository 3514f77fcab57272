package dev.truename.pull.policy;

import dev.truename.names.config.HostEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where it is written where signatures are (containers-registries.d(5)), and where they are if it is nowhere
/// written.
///
/// @param folders `registries.d`: the first that is there counts, alone
/// @param otherwise the folder of signatures for what no file says anything of
public record SignatureStorage(List<Path> folders, Path otherwise) {
    private static final String FOLDER = "containers/registries.d";

    /// Nowhere.
    public static final SignatureStorage NONE = new SignatureStorage(List.of(), Path.of("/nonexistent"));

    public SignatureStorage {
        folders = List.copyOf(folders);
    }

    /// The user's own, then the system's.
    public static SignatureStorage of(HostEnvironment host) {
        return new SignatureStorage(
                List.of(
                        host.home().resolve(".config").resolve(FOLDER),
                        host.etc().resolve(FOLDER)),
                host.uid() == 0
                        ? Path.of("/var/lib/containers/sigstore")
                        : host.home().resolve(".local/share/containers/sigstore"));
    }

    /// The folder that counts; the last where none is there.
    public Path folder() {
        for (Path folder : folders) {
            if (Files.exists(folder)) {
                return folder;
            }
        }
        return folders.isEmpty() ? otherwise : folders.getLast();
    }
}
