package dev.truename.pull.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.Digest;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Blobs around the size from which hashing has a thread of its own.
class BlobWriterTest {
    private static final int PIPELINED = 1 << 20;

    @TempDir
    Path folder;

    private Path root;
    private StoreSession session;

    @BeforeEach
    void begin() throws PullException {
        root = folder.resolve("store");
        session = ImageStore.open(root, new StoreSettings(false)).begin();
    }

    @AfterEach
    void nothingIsLeft() throws PullException {
        assertEquals(List.of(), partials());
        session.close();
    }

    private List<String> partials() {
        List<String> found = new ArrayList<>();
        for (Path session : List.of(root.resolve(".truename/staging").toFile().listFiles()).stream()
                .map(java.io.File::toPath)
                .toList()) {
            found.addAll(Arrays.asList(session.toFile().list()));
        }
        return found;
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static Descriptor descriptor(byte[] bytes) {
        return descriptor(bytes, Digest.Algorithm.SHA256);
    }

    private static Descriptor descriptor(byte[] bytes, Digest.Algorithm algorithm) {
        ContentHash hash = new ContentHash(algorithm);
        hash.update(bytes, 0, bytes.length);
        return Descriptor.of("x/y", hash.finish(), bytes.length);
    }

    private Path path(Descriptor blob) {
        return root.resolve(
                "blobs", blob.digest().algorithm().id(), blob.digest().hex());
    }

    private static void take(BlobWriter writer, byte[] bytes) throws IOException {
        writer.take(new ByteArrayInputStream(bytes), position -> {});
    }

    private static InputStream broken() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset by peer");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("reset by peer");
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, PIPELINED - 1, PIPELINED, PIPELINED + 1, 5 * PIPELINED + 7})
    void trueBytesAreStored(int size) throws IOException {
        byte[] bytes = bytes(size);
        Descriptor blob = descriptor(bytes);
        List<Long> told = new ArrayList<>();
        try (BlobWriter writer = session.ingest(blob)) {
            writer.take(new ByteArrayInputStream(bytes), told::add);
            assertFalse(session.has(blob));
            assertFalse(Files.exists(path(blob)));
            writer.commit();
        }
        assertTrue(session.has(blob));
        assertArrayEquals(bytes, Files.readAllBytes(path(blob)));
        assertEquals(
                size > 0 ? List.of((long) size) : List.of(),
                told.isEmpty() ? told : told.subList(told.size() - 1, told.size()));
    }

    @ParameterizedTest
    @EnumSource(Digest.Algorithm.class)
    void everyAlgorithmIsStored(Digest.Algorithm algorithm) throws IOException {
        byte[] bytes = bytes(100);
        Descriptor blob = descriptor(bytes, algorithm);
        try (BlobWriter writer = session.ingest(blob)) {
            take(writer, bytes);
            writer.commit();
        }
        assertTrue(Files.exists(path(blob)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, PIPELINED, 3 * PIPELINED})
    void oneByteMoreThanAnnouncedIsAMismatchAtOnce(int size) throws IOException {
        Descriptor blob = descriptor(bytes(size));
        InputStream endless = new SequenceInputStream(new ByteArrayInputStream(bytes(size)), new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        });
        try (BlobWriter writer = session.ingest(blob)) {
            PullException refused = assertThrows(PullException.class, () -> writer.take(endless, position -> {}));
            assertInstanceOf(PullFailure.Mismatch.class, refused.failure());
            assertTrue(writer.position() <= size);
        }
        assertFalse(session.has(blob));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 3 * PIPELINED})
    void fewerOrOtherBytesAreAMismatchAndMayBeTakenAnew(int size) throws IOException {
        byte[] bytes = bytes(size);
        byte[] other = bytes.clone();
        other[size - 1] ^= 1;
        Descriptor blob = descriptor(bytes);
        try (BlobWriter writer = session.ingest(blob)) {
            for (byte[] wrong : List.of(other, Arrays.copyOf(bytes, size - 1))) {
                take(writer, wrong);
                PullException refused = assertThrows(PullException.class, writer::commit);
                assertInstanceOf(PullFailure.Mismatch.class, refused.failure());
                assertEquals(0, writer.position());
                assertFalse(session.has(blob));
            }
            take(writer, bytes);
            writer.commit();
        }
        assertArrayEquals(bytes, Files.readAllBytes(path(blob)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 1000, 4 * PIPELINED + 5})
    void whatBreaksOffIsContinuedAtThePosition(int size) throws IOException {
        byte[] bytes = bytes(size);
        Descriptor blob = descriptor(bytes);
        try (BlobWriter writer = session.ingest(blob)) {
            byte[] first = Arrays.copyOf(bytes, size / 2);
            InputStream breaking = new SequenceInputStream(new ByteArrayInputStream(first), broken());
            IOException thrown = assertThrows(IOException.class, () -> writer.take(breaking, position -> {}));
            assertFalse(thrown instanceof PullException);
            assertEquals(size / 2, writer.position());
            take(writer, Arrays.copyOfRange(bytes, size / 2, size));
            writer.commit();
        }
        assertArrayEquals(bytes, Files.readAllBytes(path(blob)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 4 * PIPELINED})
    void aResetForgets(int size) throws IOException {
        byte[] bytes = bytes(size);
        Descriptor blob = descriptor(bytes);
        try (BlobWriter writer = session.ingest(blob)) {
            take(writer, Arrays.copyOfRange(bytes, 7, size));
            writer.reset();
            assertEquals(0, writer.position());
            take(writer, bytes);
            writer.commit();
        }
        assertArrayEquals(bytes, Files.readAllBytes(path(blob)));
    }

    @Test
    void closingWithoutCommitLeavesNothing() throws IOException {
        byte[] bytes = bytes(3 * PIPELINED);
        try (BlobWriter writer = session.ingest(descriptor(bytes))) {
            take(writer, bytes);
            assertEquals(1, partials().size());
        }
        assertEquals(List.of(), partials());
        assertFalse(session.has(descriptor(bytes)));
    }

    @Test
    void twoWritersOfOneBlobDoNotDisturbEachOther() throws IOException {
        byte[] bytes = bytes(1000);
        Descriptor blob = descriptor(bytes);
        try (BlobWriter one = session.ingest(blob);
                BlobWriter two = session.ingest(blob)) {
            take(one, Arrays.copyOf(bytes, 500));
            take(two, bytes);
            two.commit();
            take(one, Arrays.copyOfRange(bytes, 500, 1000));
            one.commit();
        }
        assertArrayEquals(bytes, Files.readAllBytes(path(blob)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 3 * PIPELINED})
    void anInterruptIsACancellation(int size) throws IOException {
        byte[] bytes = bytes(size);
        try (BlobWriter writer = session.ingest(descriptor(bytes))) {
            Thread.currentThread().interrupt();
            PullException refused = assertThrows(PullException.class, () -> take(writer, bytes));
            assertInstanceOf(PullFailure.Cancelled.class, refused.failure());
            assertTrue(Thread.interrupted());
        }
    }
}
