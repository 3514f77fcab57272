package dev.truename.pull.pull;

import dev.truename.pull.real.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A real image of three layers, made by buildah from files of this machine.
final class BuiltImage {
    private static final Path JAVA = Path.of(System.getProperty("java.home"));
    private static final List<String> FILES = List.of("release", "bin/java", "lib/server/libjvm.so");

    private BuiltImage() {}

    /// Puts it into a folder as skopeo's `dir:` has it.
    ///
    /// @param parent where the folder is made, called as the format is
    /// @param format `oci` or `docker`
    static void build(Path parent, String format) throws IOException {
        Path policy = Files.writeString(
                parent.resolve("policy.json"), "{\"default\":[{\"type\":\"insecureAcceptAnything\"}]}");
        Path storage = Files.createDirectory(parent.resolve(format + "-storage"));
        String base = "scratch";
        for (int i = 0; i < FILES.size(); i++) {
            String file = FILES.get(i);
            String container = buildah(storage, "from", "--pull-never", base);
            buildah(storage, "add", container, JAVA.resolve(file).toString(), "/opt/java/" + file);
            buildah(storage, "config", "--cmd", "/opt/java/bin/java", "--label", "layer=" + i, container);
            base = "localhost/layer-" + i;
            boolean last = i == FILES.size() - 1;
            String target = last ? "dir:" + parent.resolve(format) : base;
            String trust = "--signature-policy=" + policy;
            buildah(storage, "commit", "-q", "--format=" + format, trust, container, target);
        }
    }

    /// Its last line of output: the name or id of what it made.
    private static String buildah(Path storage, String... arguments) {
        List<String> command = new ArrayList<>(List.of("buildah", "--storage-driver=vfs"));
        command.add("--root=" + storage.resolve("root"));
        command.add("--runroot=" + storage.resolve("run"));
        command.addAll(List.of(arguments));
        return Commands.run(command.toArray(String[]::new)).strip().lines().reduce("", (before, line) -> line);
    }
}
