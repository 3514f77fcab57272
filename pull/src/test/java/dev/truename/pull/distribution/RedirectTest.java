package dev.truename.pull.distribution;

import static dev.truename.pull.distribution.RegistryFixture.basic;
import static dev.truename.pull.distribution.RegistryFixture.descriptor;
import static dev.truename.pull.distribution.RegistryFixture.failure;
import static dev.truename.pull.distribution.RegistryFixture.read;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.pull.failure.PullFailure;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.access.Access;
import dev.truename.testkit.content.Blob;
import dev.truename.testkit.distribution.Route;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.Redirects;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {
    private final TestRegistry registry =
            TestRegistry.builder().access(Access.basic("me", "secret")).start();
    private final TestRegistry storage = TestRegistry.start();
    private final RegistryFixture fixture = new RegistryFixture();
    private final RemoteRepository remote = fixture.client(basic(registry, "me", "secret"))
            .repository(RegistryFixture.repository(registry, "team/app"), true);
    private final Blob blob = Blob.of("content");

    @BeforeEach
    void fill() {
        registry.putBlob("team/app", blob.digest(), blob);
        storage.putBlob("team/app", blob.digest(), blob);
    }

    @AfterEach
    void stop() {
        registry.close();
        storage.close();
    }

    private byte[] pull() throws Exception {
        return read(remote, descriptor(blob), 0);
    }

    @Test
    void anotherHostServesTheBlobAndGetsNoCredentials() throws Exception {
        registry.inject(RequestMatcher.blobs().authorized(), Redirects.toHost(storage.uri()));

        assertArrayEquals("content".getBytes(StandardCharsets.UTF_8), pull());
        assertEquals(1, storage.log().of(Route.Kind.BLOB).size());
        assertTrue(storage.log().all().stream().allMatch(r -> r.authorization().isEmpty()));
    }

    @Test
    void theSameEndpointKeepsTheCredentials() throws Exception {
        String path = "/v2/team/app/blobs/" + blob.digest();
        registry.inject(RequestMatcher.blobs().authorized().nth(1), Redirects.to(path + "?moved=1"));

        pull();
        assertTrue(registry.log().all().getLast().authorization().isPresent());
        assertEquals("moved=1", registry.log().all().getLast().query());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void everyKindOfRedirectIsFollowed(int status) throws Exception {
        String target = storage.uri() + "/v2/team/app/blobs/" + blob.digest() + "?X-Signature=a%2Fb|c";
        registry.inject(RequestMatcher.blobs().authorized(), Redirects.to(status, target));

        pull();
        assertEquals("X-Signature=a%2Fb%7Cc", storage.log().all().getLast().query());
    }

    @Test
    void aSignedUrlIsNotShown() {
        storage.inject(RequestMatcher.blobs(), Faults.status(403));
        registry.inject(
                RequestMatcher.blobs().authorized(),
                Redirects.to(storage.uri() + "/v2/team/app/blobs/" + blob.digest() + "?X-Signature=secret"));

        PullFailure failure = failure(PullFailure.Unauthorized.class, this::pull);
        assertFalse((failure.source() + failure.detail()).contains("X-Signature"), failure.source());
    }

    @Test
    void aStoragesNotFoundIsNotTheRegistrysWord() {
        storage.remove("team/app", blob.digest());
        registry.inject(RequestMatcher.blobs().authorized(), Redirects.toHost(storage.uri()));

        failure(PullFailure.Malformed.class, this::pull);
    }

    @Test
    void circlesAndLongChainsAreRefused() {
        registry.inject(RequestMatcher.blobs().authorized(), Redirects.loop());
        failure(PullFailure.Malformed.class, this::pull);

        registry.clearFaults();
        registry.inject(RequestMatcher.blobs().authorized(), Redirects.chain(11));
        failure(PullFailure.Malformed.class, this::pull);
    }

    @Test
    void tenRedirectsAreFollowed() throws Exception {
        registry.inject(RequestMatcher.blobs().authorized(), Redirects.chain(10));

        pull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://u:p@127.0.0.1:1/x",
                "ftp://127.0.0.1/x",
                "file:///etc/passwd",
                "http://",
                "http://[::1",
                ""
            })
    void otherTargetsAreRefused(String location) {
        registry.inject(RequestMatcher.blobs().authorized(), Redirects.to(location));

        PullFailure failure = failure(PullFailure.Malformed.class, this::pull);
        assertFalse(failure.detail().contains("u:p"), failure.detail());
    }

    @Test
    void aRedirectWithoutLocationIsMalformed() {
        registry.inject(RequestMatcher.blobs().authorized(), Faults.respond(Response.of(302)));

        failure(PullFailure.Malformed.class, this::pull);
        assertEquals(List.of(), storage.log().lines());
    }
}
