package dev.truename.pull.distribution;

import static dev.truename.pull.distribution.RegistryFixture.descriptor;
import static dev.truename.pull.distribution.RegistryFixture.failure;
import static dev.truename.pull.distribution.RegistryFixture.read;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.Digest;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.Blob;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.http.Gate;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobTest {
    private final TestRegistry registry = TestRegistry.start();
    private final RegistryFixture fixture = new RegistryFixture();
    private final RemoteRepository remote = fixture.anonymous(registry, "team/app");
    private final byte[] bytes = bytes();
    private final Blob blob = Blob.of(bytes);
    private final Descriptor descriptor = descriptor(blob);

    private static byte[] bytes() {
        byte[] bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void fill() {
        registry.putBlob("team/app", blob.digest(), blob);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void aBlobIsReadWhole() throws Exception {
        assertArrayEquals(bytes, read(remote, descriptor, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 299_999})
    void aBlobIsReadFromAnOffset(int offset) throws Exception {
        try (RemoteBlob rest = remote.blob(descriptor, offset)) {
            assertEquals(offset, rest.offset());
            assertArrayEquals(
                    Arrays.copyOfRange(bytes, offset, bytes.length), rest.body().readAllBytes());
        }
    }

    @Test
    void aRegistryThatIgnoresRangesStartsOver() throws Exception {
        registry.inject(RequestMatcher.blobs(), Faults.ignoreRange());

        try (RemoteBlob whole = remote.blob(descriptor, 1000)) {
            assertEquals(0, whole.offset());
            assertArrayEquals(bytes, whole.body().readAllBytes());
        }
    }

    @Test
    void aRangeThatIsRefusedStartsOver() throws Exception {
        registry.inject(RequestMatcher.blobs().nth(1), Faults.status(416));

        try (RemoteBlob whole = remote.blob(descriptor, 1000)) {
            assertEquals(0, whole.offset());
            assertArrayEquals(bytes, whole.body().readAllBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes 0-299999/300000",
                "bytes 999-299999/300000",
                "bytes 1000-299998/300000",
                "bytes 1000-/300000",
                "bytes 99999999999999999999-1/2",
                "items 1000-299999/300000",
                "bytes */300000",
                ""
            })
    void anotherRangeThanAskedForIsMalformed(String told) {
        registry.inject(RequestMatcher.blobs(), Faults.contentRange(told));

        failure(PullFailure.Malformed.class, () -> remote.blob(descriptor, 1000));
    }

    @Test
    void aRangeOfAnotherTotalIsAMismatch() {
        registry.inject(RequestMatcher.blobs(), Faults.contentRange("bytes 1000-299999/300001"));

        failure(PullFailure.Mismatch.class, () -> remote.blob(descriptor, 1000));
    }

    @Test
    void anotherLengthThanTheDescriptorSaysIsAMismatchAtOnce() {
        Descriptor longer = Descriptor.of("a/b", Digest.parse(blob.digest()), bytes.length + 1L);
        Descriptor shorter = Descriptor.of("a/b", Digest.parse(blob.digest()), bytes.length - 1L);

        failure(PullFailure.Mismatch.class, () -> remote.blob(longer, 0));
        failure(PullFailure.Mismatch.class, () -> remote.blob(shorter, 0));
        failure(PullFailure.Mismatch.class, () -> remote.blob(shorter, 5));
    }

    @Test
    void anEndlessBodyEndsWithTheDescriptorsSize() {
        registry.inject(RequestMatcher.blobs(), Faults.endless());

        failure(PullFailure.Mismatch.class, () -> read(remote, descriptor, 0));
    }

    @Test
    void aTruncatedBodyIsNoEnd() {
        registry.inject(RequestMatcher.blobs(), Faults.truncateAfter(1000));

        failure(PullFailure.Unreachable.class, () -> read(remote, descriptor, 0));
    }

    @Test
    void aResetInMidBlobResumesAtTheExactOffset() throws Exception {
        registry.inject(RequestMatcher.blobs().nth(1), Faults.resetAfter(150_000));
        byte[] got = new byte[bytes.length];

        failure(PullFailure.Unreachable.class, () -> readUntilBroken(got));
        int offset = received;
        try (RemoteBlob rest = remote.blob(descriptor, offset)) {
            assertEquals(offset, rest.offset());
            byte[] tail = rest.body().readAllBytes();
            System.arraycopy(tail, 0, got, offset, tail.length);
        }
        assertArrayEquals(bytes, got);
    }

    private int received;

    private void readUntilBroken(byte[] into) throws IOException {
        try (RemoteBlob first = remote.blob(descriptor, 0)) {
            int count = 0;
            while (count >= 0) {
                received += count;
                count = first.body().read(into, received, into.length - received);
            }
        }
    }

    @Test
    void aBlobThatIsNotThereIsNotFound() {
        Descriptor other = descriptor(Blob.of("other"));

        failure(PullFailure.NotFound.class, () -> remote.blob(other, 0));
    }

    @Test
    void aSilentServerTimesOut() {
        registry.inject(RequestMatcher.blobs(), Faults.silence());
        RemoteRepository hasty =
                fixture.hasty(Duration.ofMillis(50)).repository(RegistryFixture.repository(registry, "team/app"), true);

        failure(PullFailure.Unreachable.class, () -> hasty.blob(descriptor, 0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void interruptingAThreadThatReadsCancelsItAtOnce(boolean virtual) throws Exception {
        registry.inject(RequestMatcher.blobs(), Faults.trickle(new Gate(), 1));
        FutureTask<PullFailure> outcome =
                new FutureTask<>(() -> assertThrows(PullException.class, () -> read(remote, descriptor, 0))
                        .failure());
        Thread thread = virtual
                ? Thread.ofVirtual().unstarted(outcome)
                : Thread.ofPlatform().unstarted(outcome);

        thread.start();
        registry.log().await(1, request -> request.path().contains("/blobs/"));
        thread.interrupt();

        assertEquals(
                PullFailure.Cancelled.class, outcome.get(30, TimeUnit.SECONDS).getClass());
    }

    @Test
    void foreignLayersAreNotFetchedFromTheirUrls() {
        Descriptor foreign = new Descriptor(
                "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip",
                Digest.parse(blob.digest()),
                bytes.length,
                Optional.empty(),
                Map.of(),
                List.of(registry.uri() + "/elsewhere"));

        failure(PullFailure.Unsupported.class, () -> remote.blob(foreign, 0));
        assertTrue(registry.log().isEmpty());
    }

    @Test
    void aConnectionIsUsedAgainAfterAWholeBodyAndNotAfterAPart() throws Exception {
        read(remote, descriptor, 0);
        read(remote, descriptor, 0);
        remote.blob(descriptor, 0).close();
        read(remote, descriptor, 0);

        List<Long> connections = registry.log().all().stream()
                .filter(request -> request.path().contains("/blobs/"))
                .map(request -> request.connection())
                .toList();
        assertEquals(connections.get(0), connections.get(1));
        assertEquals(connections.get(1), connections.get(2));
        assertTrue(connections.get(3) > connections.get(2));
    }
}
