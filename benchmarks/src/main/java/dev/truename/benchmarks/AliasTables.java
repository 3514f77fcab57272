package dev.truename.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes alias tables of the size and shape of those that distributions ship.
public final class AliasTables {
    /// As many as a distribution's generated table has.
    public static final int SIZE = 4700;

    private static final String[] HOSTS = {
        "registry.connect.redhat.com", "registry.redhat.io", "registry.access.redhat.com", "quay.io", "cp.icr.io"
    };

    private AliasTables() {}

    /// Writes a registries.conf and a drop-in with [#SIZE] aliases, `ubi9` among them.
    ///
    /// @param args the folder to write to
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path dropIns = Files.createDirectories(folder.resolve("registries.conf.d"));
        Files.writeString(
                folder.resolve("registries.conf"),
                "unqualified-search-registries = [\"registry.access.redhat.com\", \"docker.io\"]\n");
        Files.writeString(dropIns.resolve("001-shortnames.conf"), table());
    }

    static String table() {
        StringBuilder text = new StringBuilder("[aliases]\n");
        for (int i = 0; i < SIZE - 1; i++) {
            String path = "product-" + i % 400 + "/component-" + i + "-rhel9-operator";
            line(text, path, HOSTS[i % HOSTS.length] + "/" + path);
        }
        line(text, "ubi9", "registry.access.redhat.com/ubi9/ubi");
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String target) {
        text.append('"').append(key).append("\" = \"").append(target).append("\"\n");
    }
}
