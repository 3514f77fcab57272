package dev.truename.pull.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store on a file system of three megabytes. Mounting one needs a privilege that not every machine gives.
class FullDiskIT {
    @TempDir
    Path folder;

    private Path disk;
    private Tool umount;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        Tool mount = new Tool(List.of("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs"), folder);
        umount = new Tool(List.of("umount"), folder);
        Assumptions.assumeTrue(
                mount.run(disk.toString()).exit() == 0, "NOT RUN: this user may not mount a file system");
    }

    @AfterEach
    void unmount() throws Exception {
        umount.run(disk.toString());
    }

    private static TestImage image(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return TestImage.builder()
                .layer(Layer.opaque(Layer.Compression.NONE, bytes))
                .build();
    }

    @Test
    void aFullDiskIsToldWithAWayOutAndSpoilsNothing() throws IOException {
        ImageStore store = ImageStore.open(disk.resolve("store"), StoreSettings.DURABLE);
        Stored.named(store, "a.example/small:1", image(1_000_000));
        PullException refused =
                assertThrows(PullException.class, () -> Stored.named(store, "a.example/large:1", image(2_500_000)));
        PullFailure.Storage failure = assertInstanceOf(PullFailure.Storage.class, refused.failure());
        assertTrue(failure.detail().contains("truename prune"), failure.detail());
        assertEquals(1, store.images().size());
        assertEquals(List.of(), store.verify());
        Stored.named(store, "a.example/small:2", image(1_100_000));
        assertEquals(2, store.images().size());
    }
}
