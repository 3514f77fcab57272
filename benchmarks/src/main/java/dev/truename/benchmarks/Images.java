package dev.truename.benchmarks;

import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.tls.TestCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/// Serves the images that pulls are measured with, for another registry to copy.
public final class Images {
    private static final long MB = 1_000_000;

    private Images() {}

    /// `port` prints a port that is free; `certificates FOLDER` writes an authority and a server for this machine;
    /// `serve FOLDER` prints the host of a registry and keeps it up until the standard input ends.
    public static void main(String[] args) throws IOException {
        if (args[0].equals("port")) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                System.out.println(socket.getLocalPort());
            }
            return;
        }
        if (args[0].equals("certificates")) {
            var _ = TestCertificates.create(Files.createDirectories(Path.of(args[1])), "ip:127.0.0.1");
            return;
        }
        Path folder = Files.createDirectories(Path.of(args[1]));
        try (TestRegistry registry = TestRegistry.start()) {
            registry.push("one-layer", "1", image(folder, "a", 1, 300 * MB));
            registry.push("forty-layers", "1", image(folder, "b", 40, 13 * MB));
            registry.push("seven-layers", "1", image(folder, "c", 7, 600 * MB));
            System.out.println(registry.host());
            System.out.flush();
            while (System.in.read() >= 0) {
                // until whoever started this has what they need
            }
        }
    }

    private static TestImage image(Path folder, String name, int layers, long bytes) throws IOException {
        TestImage.Builder builder = TestImage.builder();
        for (int i = 0; i < layers; i++) {
            builder.layer(Layer.random(folder.resolve(name + i), name.hashCode() + i, bytes / layers));
        }
        return builder.build();
    }
}
