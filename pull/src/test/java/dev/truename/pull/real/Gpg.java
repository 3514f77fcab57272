package dev.truename.pull.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// GnuPG with keys of its own, in a folder that has to be short: its agent listens there.
public final class Gpg implements AutoCloseable {
    private final Path home;

    public Gpg() {
        try {
            home = Files.createTempDirectory(
                    "gpg", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs gpg without questions and with keys that have no passphrase.
    public String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "gpg", "--homedir", home.toString(), "--batch", "--quiet", "--yes", "--pinentry-mode", "loopback"));
        command.addAll(List.of("--passphrase", ""));
        command.addAll(List.of(arguments));
        return Commands.run(command.toArray(String[]::new));
    }

    /// Makes a key that does not expire.
    ///
    /// @param algorithm such as `rsa2048` or `ed25519`
    public void create(String user, String algorithm) {
        run("--quick-gen-key", user, algorithm, "sign", "never");
    }

    /// Of the primary key.
    public String fingerprint(String user) {
        for (String line : run("--list-keys", "--with-colons", user).split("\n", -1)) {
            String[] fields = line.split(":", -1);
            if (fields[0].equals("fpr")) {
                return fields[9];
            }
        }
        throw new IllegalStateException("no key of " + user);
    }

    /// Writes the public keys to a file, armored.
    public Path export(Path file, String... users) {
        List<String> arguments = new ArrayList<>(List.of("--armor", "--output", file.toString(), "--export"));
        arguments.addAll(List.of(users));
        run(arguments.toArray(String[]::new));
        return file;
    }

    public Path home() {
        return home;
    }

    /// Ends the agent, which ends by itself once its folder is gone.
    @Override
    public void close() {
        Commands.run("gpgconf", "--homedir", home.toString(), "--kill", "all");
        Commands.run("rm", "-rf", home.toString());
    }
}
