package dev.truename.pull.distribution;

import static dev.truename.pull.distribution.RegistryFixture.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.Repository;
import dev.truename.names.reference.Tag;
import dev.truename.pull.credential.CredentialSource;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.testkit.ClosedPort;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.distribution.Route;
import dev.truename.testkit.fault.Fault;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
    private static final Tag TAG = new Tag("1");

    private final TestRegistry registry = TestRegistry.start();
    private final RegistryFixture fixture = new RegistryFixture();
    private final RemoteRepository remote = fixture.anonymous(registry, "team/app");
    private final String pushed = registry.push("team/app", "1", TestImage.of("hello"));

    @AfterEach
    void stop() {
        registry.close();
    }

    private void firstAnswers(int count, Fault fault) {
        registry.inject(RequestMatcher.manifests().first(count), fault);
    }

    private void assertPulled() throws Exception {
        assertEquals(pushed, remote.manifest(TAG).digest().toString());
    }

    private List<Long> seconds() {
        return fixture.time.pauses().stream().map(Duration::toSeconds).toList();
    }

    @Test
    void tooManyRequestsWaitTwoSecondsDoubling() throws Exception {
        firstAnswers(4, Faults.tooManyRequests());

        assertPulled();
        assertEquals(List.of(2L, 4L, 8L, 16L), seconds());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "60, 60", "61, 60", "99999999999999999999, 60", "soon, 2", "-1, 2"})
    void retryAfterIsHonouredUpToAMinute(String retryAfter, long waited) throws Exception {
        firstAnswers(1, Faults.tooManyRequests(retryAfter));

        assertPulled();
        assertEquals(List.of(waited), seconds());
    }

    @Test
    void retryAfterMayBeADate() throws Exception {
        Instant later = fixture.time.now().plusSeconds(9);
        firstAnswers(1, Faults.tooManyRequests(later));

        assertPulled();
        assertEquals(List.of(9L), seconds());
    }

    @Test
    void fiveTriesAreEnoughOfTooManyRequests() {
        firstAnswers(100, Faults.tooManyRequests(3));

        PullFailure.RateLimited failure = failure(PullFailure.RateLimited.class, () -> remote.manifest(TAG));
        assertEquals(Duration.ofSeconds(3), failure.retryAfter().orElseThrow());
        assertEquals(5, registry.log().of(Route.Kind.MANIFEST).size());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aServersFailureIsTriedAgain(int status) throws Exception {
        firstAnswers(2, Faults.status(status));

        assertPulled();
        assertEquals(2, fixture.time.pauses().size());
    }

    @ParameterizedTest
    @CsvSource({"500, 3", "503, 3", "501, 1"})
    void aServersFailureIsToldAfterAllTries(int status, int tries) {
        firstAnswers(100, Faults.status(status));

        assertEquals(
                status,
                failure(PullFailure.ServerError.class, () -> remote.manifest(TAG))
                        .status());
        assertEquals(tries, registry.log().of(Route.Kind.MANIFEST).size());
    }

    @Test
    void aConnectionThatBreaksBeforeItAnswersIsTriedAgain() throws Exception {
        registry.inject(RequestMatcher.manifests().nth(1), Faults.resetAtOnce());
        registry.inject(RequestMatcher.manifests().nth(2), Faults.closeAtOnce());

        assertPulled();
    }

    @Test
    void itIsNotTriedForEver() {
        firstAnswers(100, Faults.closeAtOnce());

        failure(PullFailure.Unreachable.class, () -> remote.manifest(TAG));
        assertEquals(3, registry.log().of(Route.Kind.MANIFEST).size());
    }

    @Test
    void aRefusedConnectionIsUnreachable() {
        try (ClosedPort port = ClosedPort.reserve()) {
            DistributionClient client = fixture.client(CredentialSource.none());
            Repository repository = new Repository(port.host(), "team/app");

            for (boolean insecure : new boolean[] {true, false}) {
                PullFailure failure = failure(
                        PullFailure.Unreachable.class,
                        () -> client.repository(repository, insecure).manifest(TAG));
                assertTrue(failure.source().contains(port.host()), failure.source());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.9\r\n", "HTTP/9.9 what\r\n\r\n", "\0\0\0\0\0\0"})
    void whatIsNotHttpIsAFailure(String garbage) {
        firstAnswers(100, Faults.garbage(garbage));

        PullFailure failure =
                assertThrows(PullException.class, () -> remote.manifest(TAG)).failure();
        assertTrue(failure instanceof PullFailure.Malformed || failure instanceof PullFailure.Unreachable);
    }

    @Test
    void aThreadThatIsStoppedWhileItWaitsIsCancelled() {
        firstAnswers(100, Faults.tooManyRequests(60));
        fixture.time.stopPauses();

        failure(PullFailure.Cancelled.class, () -> remote.manifest(TAG));
        assertTrue(Thread.interrupted());
    }

    @Test
    void aHugeOrEndlessHeadIsTooLarge() {
        firstAnswers(1, Faults.hugeHeader(1 << 20));
        failure(PullFailure.TooLarge.class, () -> remote.manifest(TAG));

        registry.clearFaults();
        firstAnswers(1, Faults.manyHeaders(10_000));
        failure(PullFailure.TooLarge.class, () -> remote.manifest(TAG));
    }
}
