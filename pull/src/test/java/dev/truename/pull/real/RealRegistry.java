package dev.truename.pull.real;

import dev.truename.testkit.access.TokenServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The distribution project's registry (Debian's `docker-registry`) over plain HTTP, with its data in a folder.
public final class RealRegistry implements AutoCloseable {
    /// Who may do everything in one with a password.
    public static final String USER = "me";

    public static final String PASSWORD = "s3cret";

    private final ServerProcess server;

    private RealRegistry(ServerProcess server) {
        this.server = server;
    }

    /// Open to everybody.
    ///
    /// @param folder an empty one, for its configuration and data
    public static RealRegistry start(Path folder) {
        return start(folder, Optional.empty());
    }

    /// Open to [#USER] alone.
    public static RealRegistry withPassword(Path folder) {
        try {
            Path users = Files.writeString(
                    folder.resolve("htpasswd"),
                    Commands.run("htpasswd", "-Bbn", USER, PASSWORD).strip() + "\n");
            return start(
                    folder,
                    Optional.of("auth:\n  htpasswd:\n    realm: test\n    path: " + users.toAbsolutePath() + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Open to whoever brings a token that is signed in this authority's name.
    ///
    /// @param tokens gives tokens for [#USER]; signed
    /// @param authority a PEM file
    public static RealRegistry withTokens(Path folder, TokenServer tokens, Path authority) {
        String access = """
                auth:
                  token:
                    realm: %1$s
                    service: %2$s
                    issuer: %2$s
                    rootcertbundle: %3$s
                """.formatted(tokens.realm(), tokens.issuer().service(), authority.toAbsolutePath());
        return start(folder, Optional.of(access));
    }

    private static RealRegistry start(Path folder, Optional<String> access) {
        return new RealRegistry(ServerProcess.start(
                port -> List.of("docker-registry", "serve", configuration(folder, port, access)),
                folder.resolve("registry.log")));
    }

    private static String configuration(Path folder, int port, Optional<String> access) {
        String text = "version: 0.1\n"
                + "log:\n  level: warn\n"
                + "storage:\n  filesystem:\n    rootdirectory: "
                + folder.resolve("data").toAbsolutePath() + "\n"
                + "http:\n  addr: 127.0.0.1:" + port + "\n  relativeurls: true\n" + access.orElse("");
        try {
            return Files.writeString(folder.resolve("config.yml"), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `127.0.0.1:PORT`
    public String host() {
        return "127.0.0.1:" + port();
    }

    public int port() {
        return server.port();
    }

    /// Copies an image into it.
    ///
    /// @param source as skopeo names it: `oci:FOLDER:TAG`, `dir:FOLDER`
    /// @param name `REPOSITORY:TAG`
    public void push(String source, String name) {
        Commands.run(
                "skopeo",
                "--insecure-policy",
                "copy",
                "--all",
                "--dest-tls-verify=false",
                "--dest-creds=" + USER + ":" + PASSWORD,
                source,
                "docker://" + host() + "/" + name);
    }

    @Override
    public void close() {
        server.close();
    }
}
