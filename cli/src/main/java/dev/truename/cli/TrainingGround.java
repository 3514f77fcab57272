package dev.truename.cli;

import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.tls.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Registries on loopback, one plain and one with TLS, and the processes that train on them one after the other.
final class TrainingGround implements AutoCloseable {
    /// Where both registries have an image.
    static final String REPOSITORY = "library/app";

    /// Enough for the hashing of large blobs to be seen, and to be compiled early from then on.
    private static final long LARGE = 24 << 20;

    private final Path folder;
    private final TestCertificates certificates;
    private final TestRegistry plain;
    private final TestRegistry tls;

    private TrainingGround(Path folder) throws IOException {
        this.folder = folder;
        this.certificates = TestCertificates.create(Files.createDirectories(folder.resolve("certificates")));
        this.plain = TestRegistry.start();
        this.tls = TestRegistry.builder().tls(certificates.server()).start();
        TestImage.Builder image = TestImage.builder();
        for (int i = 0; i < 8; i++) {
            image.layer(Layer.file("file-" + i, "text ".repeat(1000 * i)));
        }
        image.layer(Layer.random(folder.resolve("large-layer"), 1, LARGE));
        plain.push(REPOSITORY, "latest", image.build());
        tls.push(REPOSITORY, "latest", image.build());
    }

    /// Trains every part of the command.
    ///
    /// @param launcher the script that starts the command
    static void use(Path launcher) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("truename-training");
        try (TrainingGround ground = new TrainingGround(folder)) {
            for (String part : List.of("answer", "check", "pull")) {
                ground.train(launcher, part);
            }
        } finally {
            delete(folder);
        }
    }

    private void train(Path launcher, String part) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                launcher.toString(),
                part,
                Files.createDirectory(folder.resolve(part)).toString(),
                plain.host(),
                tls.host(),
                certificates.authority().toString());
        builder.environment().put("TRUENAME_TRAIN", "record");
        int exit = builder.inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException("training of \"" + part + "\" ended with exit code " + exit);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() {
        plain.close();
        tls.close();
    }
}
