package dev.truename.pull.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// An authority and what it signed, made by openssl in one folder.
public record Keys(Path folder) {
    /// Makes the authority, and a certificate for `localhost` and 127.0.0.1.
    public static Keys create(Path folder) {
        Keys keys = new Keys(folder);
        Commands.run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=test authority",
                "-keyout",
                keys.path("ca.key"),
                "-out",
                keys.path("ca.crt"));
        keys.sign("server", "subjectAltName=DNS:localhost,IP:127.0.0.1");
        return keys;
    }

    /// Makes `NAME.key` (PKCS#8, EC) and `NAME.crt`.
    public void sign(String name, String extension) {
        request(name, "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
        signRequest(name, extension);
    }

    /// Makes `NAME.key` (PKCS#8, RSA) and `NAME.crt`.
    public void signRsa(String name, String extension) {
        request(name, "rsa:2048");
        signRequest(name, extension);
    }

    private void request(String name, String... kind) {
        List<String> command = new ArrayList<>(List.of("openssl", "req", "-nodes", "-subj", "/CN=" + name));
        command.addAll(List.of("-keyout", path(name + ".key"), "-out", path(name + ".csr"), "-newkey"));
        command.addAll(List.of(kind));
        Commands.run(command.toArray(String[]::new));
    }

    private void signRequest(String name, String extension) {
        try {
            Files.writeString(folder.resolve(name + ".ext"), extension + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Commands.run(
                "openssl",
                "x509",
                "-req",
                "-days",
                "2",
                "-in",
                path(name + ".csr"),
                "-CA",
                path("ca.crt"),
                "-CAkey",
                path("ca.key"),
                "-CAcreateserial",
                "-extfile",
                path(name + ".ext"),
                "-out",
                path(name + ".crt"));
    }

    public Path authority() {
        return folder.resolve("ca.crt");
    }

    public Path certificate() {
        return folder.resolve("server.crt");
    }

    public Path key() {
        return folder.resolve("server.key");
    }

    private String path(String file) {
        return folder.resolve(file).toString();
    }
}
