package dev.truename.cli;

import static java.util.Objects.requireNonNull;

import dev.truename.cli.command.Context;
import dev.truename.cli.io.Console;
import dev.truename.cli.io.Interruption;
import dev.truename.cli.io.Output;
import dev.truename.names.config.HostEnvironment;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.tls.TestCertificates;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs the usual commands once, on made-up names and a registry of its own on loopback, so that a JVM started with
/// `-XX:AOTCacheOutput` learns which classes they need. Prints nothing; not a command of its own.
final class Training {
    /// Enough for the reader's loops to be seen, as with a distribution's table.
    private static final int ALIASES = 2000;

    /// Enough for the hashing of large blobs to be seen, and to be compiled early from then on.
    private static final long LARGE = 24 << 20;

    private final Path folder;
    private final Context context;

    private Training(Path folder) {
        this.folder = folder;
        HostEnvironment host = new HostEnvironment(
                Map.of(), folder, 1000, folder.resolve("etc"), folder.resolve("share"), folder.resolve("cache"));
        Console console = new Console(
                InputStream.nullInputStream(),
                new Output(OutputStream.nullOutputStream()),
                new Output(OutputStream.nullOutputStream()),
                descriptor -> false,
                Map.of());
        this.context = new Context(console, () -> host, Interruption.ofProcess(console.out()));
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("truename-training");
        TestCertificates certificates =
                TestCertificates.create(Files.createDirectories(folder.resolve("certificates")));
        try (TestRegistry registry = TestRegistry.start();
                TestRegistry tls =
                        TestRegistry.builder().tls(certificates.server()).start()) {
            TestImage.Builder image = TestImage.builder();
            for (int i = 0; i < 8; i++) {
                image.layer(Layer.file("file-" + i, "text ".repeat(1000 * i)));
            }
            image.layer(Layer.random(folder.resolve("large-layer"), 1, LARGE));
            registry.push("library/app", "latest", image.build());
            tls.push("library/app", "latest", image.build());
            new Training(folder).run(registry.host());
            new Training(folder).runTls(tls.host() + "/library/app", certificates.authority());
        } finally {
            delete(folder);
        }
    }

    private void run(String host) throws IOException {
        write(host);
        requireNonNull(Main.ofProcess().host().get());
        command("resolve", "app");
        command("resolve", "--json", "app", "nowhere/x", "quay.io/a/b:1");
        command("explain", "app");
        command("config", "check");
        command("config", "show", "--json");
        command("alias", "list");
        command("pull", "app");
        command("pull", "app");
        command("pull", "--quiet", "app");
        command("images");
        command("inspect", "app");
        command("help");
    }

    private void runTls(String image, Path authority) throws IOException {
        Path trusted = Files.createDirectories(folder.resolve("trusted"));
        Files.copy(authority, trusted.resolve("ca.crt"));
        command("pull", "--cert-dir", trusted.toString(), image);
        command("inspect", "--remote", "--cert-dir", trusted.toString(), image);
    }

    private void write(String host) throws IOException {
        Path conf = Files.createDirectories(folder.resolve(".config/containers/registries.conf.d"));
        StringBuilder aliases = new StringBuilder("[aliases]\n");
        for (int i = 0; i < ALIASES; i++) {
            aliases.append("\"group-")
                    .append(i % 40)
                    .append("/image-")
                    .append(i)
                    .append("\" = ");
            aliases.append("\"registry.example.com/group/image-").append(i).append("\"\n");
        }
        aliases.append("\"app\" = \"").append(host).append("/library/app\"\n");
        Files.writeString(conf.resolve("001-aliases.conf"), aliases);
        Files.writeString(conf.resolve("002-overrides.conf"), "[aliases]\n\"group-1/image-1\" = \"two.example/one\"\n");
        Files.writeString(
                conf.resolveSibling("registries.conf"),
                "unqualified-search-registries = [\"one.example\", \"two.example\"]\n[[registry]]\nlocation = \"" + host
                        + "\"\ninsecure = true\n");
    }

    private void command(String... arguments) {
        Main.run(List.of(arguments), context);
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
