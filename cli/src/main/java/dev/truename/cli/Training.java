package dev.truename.cli;

import static java.util.Objects.requireNonNull;

import dev.truename.cli.command.Context;
import dev.truename.cli.io.Console;
import dev.truename.cli.io.Interruption;
import dev.truename.cli.io.Output;
import dev.truename.names.config.HostEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs the usual commands once, on made-up names, so that a JVM started with `-XX:AOTCacheOutput` learns which classes
/// they need. The registries that it pulls from are those of a [TrainingGround], in another process: a cache is set up
/// whole whenever the command starts, so it holds nothing that the command does not need. Prints nothing; not a
/// command of its own.
final class Training {
    /// Enough for the reader's loops to be seen, as with a distribution's table.
    private static final int ALIASES = 2000;

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

    /// `start LAUNCHER` writes all caches; `answer FOLDER ...`, `check FOLDER ...` and `pull FOLDER ...` are the
    /// processes that it has watched, each for one cache.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (arguments[0]) {
            case "start" -> TrainingGround.use(Path.of(arguments[1]));
            case "answer" -> new Training(Path.of(arguments[1])).answer(arguments[2]);
            case "check" -> new Training(Path.of(arguments[1])).check(arguments[2]);
            case "pull" -> new Training(Path.of(arguments[1])).pull(arguments[2], arguments[3], Path.of(arguments[4]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private void answer(String host) throws IOException {
        configure(host);
        requireNonNull(Main.ofProcess().host().get());
        command("resolve", "app");
        command("resolve", "--json", "app", "nowhere/x", "quay.io/a/b:1");
        command("explain", "app");
        command("config", "check");
        command("config", "show", "--json");
        command("alias", "list");
        command("help");
    }

    private void check(String host) throws IOException {
        configure(host);
        Path workloads = Files.createDirectories(folder.resolve("workloads"));
        Files.writeString(workloads.resolve("pod.yaml"), """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  containers:
                  - {name: app, image: "app:1"}
                  - {name: other, image: other/image}
                """);
        Files.writeString(workloads.resolve("compose.yaml"), "services: {web: {image: 'web:${TAG:-1}'}}\n");
        Files.writeString(workloads.resolve("Containerfile"), "FROM ubi9 AS build\nFROM scratch\n");
        command("config", "check");
        command("lint");
        command("lint", "--json");
        command("table", "show", "ubi9");
        command("audit", workloads.toString());
        command("audit", "--json", "--fix", folder.resolve("fix.conf").toString(), workloads.toString());
        command("audit", "--html", folder.resolve("report.html").toString(), workloads.toString());
        command("audit", "--rewrite", "--dry-run", workloads.toString());
    }

    private void pull(String host, String tlsHost, Path authority) throws IOException {
        configure(host);
        requireNonNull(Main.ofProcess().host().get());
        command("pull", "app");
        command("pull", "app");
        command("pull", "--quiet", "app");
        command("inspect", "app");
        Path trusted = Files.createDirectories(
                folder.resolve(".config/containers/certs.d").resolve(tlsHost));
        Files.copy(authority, trusted.resolve("ca.crt"));
        String image = tlsHost + "/" + TrainingGround.REPOSITORY;
        command("pull", image);
        command("inspect", "--remote", image);
    }

    private void configure(String host) throws IOException {
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
        String image = host + "/" + TrainingGround.REPOSITORY;
        aliases.append("\"app\" = \"").append(image).append("\"\n");
        Files.writeString(conf.resolve("001-aliases.conf"), aliases);
        Files.writeString(conf.resolve("002-overrides.conf"), "[aliases]\n\"group-1/image-1\" = \"two.example/one\"\n");
        Files.writeString(
                conf.resolveSibling("registries.conf"),
                "unqualified-search-registries = [\"one.example\", \"two.example\"]\n[[registry]]\nlocation = \"" + host
                        + "\"\ninsecure = true\n");
        Files.writeString(conf.resolveSibling("policy.json"), """
                {"default": [{"type": "insecureAcceptAnything"}],
                 "transports": {"docker": {"registry.example.com": [{"type": "reject"}]}}}
                """);
    }

    private void command(String... arguments) {
        Main.run(List.of(arguments), context);
    }
}
