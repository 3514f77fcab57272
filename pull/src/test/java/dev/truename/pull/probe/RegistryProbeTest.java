package dev.truename.pull.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.probe.FailureKind;
import dev.truename.names.probe.Missing;
import dev.truename.names.probe.SourceAnswer;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.credential.Credential;
import dev.truename.pull.credential.CredentialSource;
import dev.truename.pull.credential.GivenCredential;
import dev.truename.pull.distribution.DistributionClient;
import dev.truename.pull.distribution.DistributionSettings;
import dev.truename.pull.distribution.FakeTime;
import dev.truename.pull.transport.TransportSettings;
import dev.truename.testkit.ClosedPort;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.access.Access;
import dev.truename.testkit.access.Denial;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.distribution.RegistryError;
import dev.truename.testkit.distribution.Route;
import dev.truename.testkit.fault.Fault;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.http.Gate;
import dev.truename.testkit.http.Request;
import dev.truename.testkit.http.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryProbeTest {
    private final TestRegistry registry = TestRegistry.start();
    private final FakeTime time = new FakeTime();
    private final RegistryProbe probe = probe(CredentialSource.none(), RegistryProbe.DEFAULT_AT_ONCE);

    @AfterEach
    void stop() {
        registry.close();
    }

    private RegistryProbe probe(CredentialSource credentials, int atOnce) {
        DistributionClient client = new DistributionClient(
                DistributionSettings.of(TransportSettings.of("test").with(new PacedRequests(time, 10))), credentials);
        return new RegistryProbe(
                source -> client.repository(source.reference().repository(), source.insecure()), atOnce);
    }

    private static PullSource source(String host, String name) {
        return new PullSource(Qualified.parse(host + "/" + name), false, true, Optional.empty());
    }

    private SourceAnswer image(String name) {
        return probe.image(source(registry.host(), name));
    }

    private SourceAnswer repository(String name) {
        return probe.repository(source(registry.host(), name));
    }

    private static SourceAnswer present(String digest) {
        return new SourceAnswer.Present(Optional.of(Digest.parse(digest)));
    }

    private static FailureKind kind(SourceAnswer answer) {
        return answer instanceof SourceAnswer.Failed(var kind, var _) ? kind : fail(answer);
    }

    private static FailureKind fail(SourceAnswer answer) {
        throw new AssertionError("no failure: " + answer);
    }

    private long asked(String method, Route.Kind kind) {
        return registry.log().of(kind).stream()
                .filter(request -> request.method().equals(method))
                .count();
    }

    @Test
    void anImageThatIsThereCostsOneHead() {
        String digest = registry.push("app", "1", TestImage.of("hello"));

        assertEquals(present(digest), image("app:1"));
        assertEquals(present(digest), image("app@" + digest));
        assertEquals(2, asked("HEAD", Route.Kind.MANIFEST));
        assertEquals(0, asked("GET", Route.Kind.MANIFEST));
    }

    @Test
    void whatIsMissingIsToldApart() {
        registry.push("app", "1", TestImage.of("hello"));
        String none = "sha256:" + "0".repeat(64);

        assertEquals(new SourceAnswer.Absent(Missing.IMAGE), image("app:2"));
        assertEquals(new SourceAnswer.Absent(Missing.IMAGE), image("app@" + none));
        assertEquals(new SourceAnswer.Absent(Missing.REPOSITORY), image("none:1"));
    }

    @Test
    void aMissingImageIsMissingThoughTagsAreNotTold() {
        registry.push("app", "1", TestImage.of("hello"));
        registry.inject(
                RequestMatcher.any().kind(Route.Kind.TAGS), Faults.respond(RegistryError.UNSUPPORTED.response()));

        assertEquals(new SourceAnswer.Absent(Missing.UNSAID), image("app:2"));
    }

    @Test
    void aRepositoryIsThereWithoutLatest() {
        registry.push("app", "1", TestImage.of("hello"));
        registry.push("app", "2", TestImage.of("world"));
        String latest = registry.push("lib", "latest", TestImage.of("hello"));
        registry.push("untagged", TestImage.of("hello"));

        assertEquals(new SourceAnswer.Present(Optional.empty()), repository("app"));
        assertEquals("n=1", registry.log().of(Route.Kind.TAGS).getFirst().query());
        assertEquals(present(latest), repository("lib:7"));
        assertEquals(new SourceAnswer.Absent(Missing.IMAGE), repository("untagged"));
        assertEquals(new SourceAnswer.Absent(Missing.REPOSITORY), repository("none"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"name\":\"app\"}', true",
        "'{\"tags\":null}', true",
        "'{\"tags\":[]}', true",
        "'[]', false",
        "'{\"tags\":[\"a b\"]}', false",
        "'{\"tags\":[1]}', false",
        "'{\"tags\":{}}', false",
        "'<html>', false",
    })
    void aListOfTagsIsReadStrictly(String body, boolean none) {
        registry.inject(RequestMatcher.any().kind(Route.Kind.TAGS), Faults.respond(Response.json(200, body)));

        SourceAnswer answer = repository("app");
        if (none) {
            assertEquals(new SourceAnswer.Absent(Missing.IMAGE), answer);
        } else {
            assertEquals(FailureKind.MALFORMED, kind(answer));
        }
    }

    @Test
    void anEndlessListOfTagsIsTooLarge() {
        registry.push("app", "1", TestImage.of("hello"));
        registry.inject(RequestMatcher.any().kind(Route.Kind.TAGS), Faults.endless());

        assertEquals(FailureKind.TOO_LARGE, kind(repository("app")));
    }

    @Test
    void aRegistryThatSendsAllTagsIsUnderstood() {
        for (int i = 0; i < 300; i++) {
            registry.push("app", "v" + i, TestImage.of("hello"));
        }
        registry.inject(
                RequestMatcher.any().kind(Route.Kind.TAGS),
                (request, normal) -> normal.handle(new Request(
                        request.method(), request.path(), "", request.headers(), request.body(), 1, false)));

        assertEquals(new SourceAnswer.Present(Optional.empty()), repository("app"));
    }

    @Test
    void aHostThatLimitsTheRateIsLeftAlone() {
        registry.inject(RequestMatcher.any(), Faults.tooManyRequests(7));

        assertEquals(FailureKind.RATE_LIMITED, kind(image("a:1")));
        long asked = registry.log().all().size();
        assertEquals(5, asked);
        assertEquals(Duration.ofSeconds(7), time.pauses().getFirst());

        SourceAnswer other = image("b:1");
        assertEquals(FailureKind.NOT_ASKED, kind(other));
        assertTrue(other.toString().contains(registry.host() + " is not asked any more, since "), other.toString());
        assertTrue(other.toString().contains("too many requests"), other.toString());
        assertEquals(asked, registry.log().all().size());
    }

    @Test
    void aHostThatFailsThreeTimesInARowIsLeftAlone() {
        String digest = registry.push("app", "1", TestImage.of("hello"));
        Fault broken = Faults.status(503);
        registry.inject(RequestMatcher.any().repository("bad"), broken);

        assertEquals(FailureKind.SERVER_ERROR, kind(image("bad:1")));
        assertEquals(FailureKind.SERVER_ERROR, kind(image("bad:2")));
        assertEquals(present(digest), image("app:1"));
        for (int i = 0; i < HostGate.FAILURES_IN_A_ROW; i++) {
            assertEquals(FailureKind.SERVER_ERROR, kind(image("bad:3")));
        }
        assertEquals(FailureKind.NOT_ASKED, kind(image("app:1")));
    }

    @Test
    void anUnreachableHostDoesNotMatterToOthers() {
        String digest = registry.push("app", "1", TestImage.of("hello"));
        try (ClosedPort port = ClosedPort.reserve()) {
            for (int i = 0; i < HostGate.FAILURES_IN_A_ROW; i++) {
                assertEquals(FailureKind.UNREACHABLE, kind(probe.image(source(port.host(), "app:1"))));
            }
            assertEquals(FailureKind.NOT_ASKED, kind(probe.image(source(port.host(), "app:1"))));
        }
        assertEquals(present(digest), image("app:1"));
    }

    @Test
    void deniedRepositoriesSayNothingOfTheHost() {
        String digest = registry.push("app", "1", TestImage.of("hello"));
        registry.deny("secret", Denial.FORBIDDEN);

        for (int i = 0; i < 5; i++) {
            assertEquals(FailureKind.UNAUTHORIZED, kind(image("secret:1")));
        }
        assertEquals(present(digest), image("app:1"));
    }

    @Test
    void credentialsGoToTheirHostAlone() {
        try (TestRegistry locked =
                TestRegistry.builder().access(Access.basic("me", "s3cret")).start()) {
            String digest = locked.push("app", "1", TestImage.of("hello"));
            RegistryProbe known = probe(new GivenCredential(locked.host(), new Credential.Basic("me", "s3cret")), 4);

            assertEquals(present(digest), known.image(source(locked.host(), "app:1")));
            known.image(source(registry.host(), "app:1"));
            assertTrue(registry.log().all().stream()
                    .allMatch(request -> request.authorization().isEmpty()));
        }
    }

    @Test
    void aHostIsAskedFewQuestionsAtOnce() throws Exception {
        Gate gate = new Gate();
        for (int i = 0; i < 6; i++) {
            registry.push("app" + i, "1", TestImage.of("hello"));
        }
        registry.inject(RequestMatcher.any().kind(Route.Kind.TAGS), Faults.trickle(gate, 1 << 16));
        RegistryProbe two = probe(CredentialSource.none(), 2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SourceAnswer>> answers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                PullSource source = source(registry.host(), "app" + i);
                answers.add(threads.submit(() -> two.repository(source)));
            }
            for (int i = 0; i < 6; i++) {
                int under = registry.log()
                        .await(i + 1, request -> request.kind() == Route.Kind.TAGS)
                        .size();
                assertTrue(under <= i + 2);
                gate.release(1);
            }
            for (Future<SourceAnswer> answer : answers) {
                assertEquals(new SourceAnswer.Present(Optional.empty()), answer.get());
            }
        }
    }

    @Test
    void anInterruptedQuestionSaysSo() throws Exception {
        registry.push("app", "1", TestImage.of("hello"));
        registry.inject(RequestMatcher.manifests(), Faults.silence());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Thread> asking = new CompletableFuture<>();
            Future<SourceAnswer> answer = threads.submit(() -> {
                asking.complete(Thread.currentThread());
                return image("app:1");
            });
            registry.log().await(1);
            asking.get().interrupt();
            assertEquals(FailureKind.INTERRUPTED, kind(answer.get()));
        }
    }
}
