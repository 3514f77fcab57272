package dev.truename.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The registries.conf of each scene. The names end in `.example`; their tables lead to loopback.
final class DemoConfigurations {
    static final String TRUSTED = "trusted.example";
    static final String SQUATTER = "squatter.example";

    private final Path folder;
    private final DemoRegistries registries;

    DemoConfigurations(Path folder, DemoRegistries registries) {
        this.folder = folder;
        this.registries = registries;
    }

    /// The squatter's registry stands before the trusted one.
    Path attack() throws IOException {
        return write("1-attack.conf", search(SQUATTER, TRUSTED) + table(TRUSTED, registries.trusted.host()));
    }

    /// The same, with an alias.
    Path alias() throws IOException {
        return write("2-alias.conf", search(SQUATTER, TRUSTED) + table(TRUSTED, registries.trusted.host()) + aliases());
    }

    /// The same, with a mirror before the trusted registry.
    Path mirror() throws IOException {
        String mirror = """
                [[registry.mirror]]
                location = "%s"
                insecure = true

                """.formatted(registries.mirror.host());
        return write(
                "3-mirror.conf",
                search(SQUATTER, TRUSTED) + table(TRUSTED, registries.trusted.host()) + mirror + aliases());
    }

    /// The trusted registry stands first, and cannot be reached. There is no alias.
    Path unreachable() throws IOException {
        return write("4-unreachable.conf", search(TRUSTED, SQUATTER) + table(TRUSTED, registries.nobody.host()));
    }

    private String search(String first, String second) {
        return """
                unqualified-search-registries = ["%s", "%s"]

                """.formatted(first, second) + table(SQUATTER, registries.squatter.host());
    }

    private static String table(String prefix, String location) {
        return """
                [[registry]]
                prefix = "%s"
                location = "%s"
                insecure = true

                """.formatted(prefix, location);
    }

    private static String aliases() {
        return """
                [aliases]
                "hello" = "%s/hello"
                """.formatted(TRUSTED);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
