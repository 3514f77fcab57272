package dev.truename.pull.distribution;

import static dev.truename.pull.distribution.RegistryFixture.basic;
import static dev.truename.pull.distribution.RegistryFixture.failure;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.Tag;
import dev.truename.pull.credential.Credential;
import dev.truename.pull.credential.CredentialSource;
import dev.truename.pull.credential.GivenCredential;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.access.Access;
import dev.truename.testkit.access.Denial;
import dev.truename.testkit.access.TokenIssuer;
import dev.truename.testkit.access.TokenServer;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.distribution.Route;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.Redirects;
import dev.truename.testkit.fault.RequestMatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {
    private static final Tag TAG = new Tag("1");

    private final RegistryFixture fixture = new RegistryFixture();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private TestRegistry registry(Access access) {
        TestRegistry registry = TestRegistry.builder().access(access).start();
        open.add(registry);
        registry.push("team/app", "1", TestImage.of("hello"));
        return registry;
    }

    private TokenServer server(TokenIssuer issuer) {
        TokenServer server = TokenServer.start(issuer);
        open.add(server);
        return server;
    }

    private RemoteRepository remote(TestRegistry registry, CredentialSource credentials) {
        return fixture.client(credentials).repository(RegistryFixture.repository(registry, "team/app"), true);
    }

    @Test
    void aPasswordIsShownWhereItIsAskedFor() throws Exception {
        TestRegistry registry = registry(Access.basic("me", "secret"));

        remote(registry, basic(registry, "me", "secret")).manifest(TAG);
        failure(
                PullFailure.Unauthorized.class,
                () -> remote(registry, basic(registry, "me", "wrong")).manifest(TAG));
        failure(
                PullFailure.Unauthorized.class,
                () -> remote(registry, CredentialSource.none()).manifest(TAG));
    }

    @Test
    void aNewPasswordCountsWithoutANewClient() throws Exception {
        TestRegistry registry = registry(Access.basic("me", "new"));
        AtomicReference<String> password = new AtomicReference<>("old");
        RemoteRepository remote = remote(
                registry,
                asked -> basic(registry, "me", requireNonNull(password.get())).find(asked));

        failure(PullFailure.Unauthorized.class, () -> remote.manifest(TAG));
        password.set("new");
        remote.manifest(TAG);
    }

    @Test
    void nothingIsShownUnasked() throws Exception {
        TestRegistry registry = registry(Access.anonymous());

        remote(registry, basic(registry, "me", "secret")).manifest(TAG);
        assertTrue(registry.log().all().stream().allMatch(r -> r.authorization().isEmpty()));
    }

    @Test
    void credentialsOfOneHostNeverReachAnother() {
        TestRegistry other = registry(Access.anonymous());
        TestRegistry registry = registry(Access.basic("me", "secret"));

        failure(
                PullFailure.Unauthorized.class,
                () -> remote(registry, basic(other, "me", "secret")).manifest(TAG));
        assertTrue(registry.log().all().stream().allMatch(r -> r.authorization().isEmpty()));
    }

    @Test
    void anAnonymousTokenIsFetchedOnceAndKept() throws Exception {
        TokenIssuer issuer = TokenIssuer.open();
        RemoteRepository remote = remote(registry(Access.bearer(issuer)), CredentialSource.none());

        remote.manifest(TAG);
        remote.manifest(TAG);
        assertEquals(1, issuer.issuedTokens());
    }

    @Test
    void aTokenIsFetchedWithThePassword() throws Exception {
        TokenIssuer issuer = TokenIssuer.builder().user("me", "secret").build();
        TestRegistry registry = registry(Access.bearer(issuer));

        remote(registry, basic(registry, "me", "secret")).manifest(TAG);
        failure(
                PullFailure.Unauthorized.class,
                () -> remote(registry, basic(registry, "me", "wrong")).manifest(TAG));
    }

    @Test
    void anIdentityTokenIsExchangedByPost() throws Exception {
        TokenIssuer issuer = TokenIssuer.builder()
                .user("me", "secret")
                .refreshToken("refresh-me", "me")
                .build();
        TestRegistry registry = registry(Access.bearer(issuer));
        CredentialSource source = new GivenCredential(registry.host(), new Credential.IdentityToken("refresh-me"));

        remote(registry, source).manifest(TAG);
        assertEquals("POST", registry.log().of(Route.Kind.TOKEN).getFirst().method());
    }

    @ParameterizedTest
    @CsvSource({"token", "access_token"})
    void bothNamesOfATokenAreKnown(String field) throws Exception {
        TokenIssuer issuer = TokenIssuer.builder().tokenFields(field).build();

        remote(registry(Access.bearer(issuer)), CredentialSource.none()).manifest(TAG);
    }

    @Test
    void aTokenResponseWithoutTokenOrTooLargeIsAFailure() {
        TokenIssuer none = TokenIssuer.builder().tokenFields().build();
        TokenIssuer huge = TokenIssuer.builder().padding(1 << 20).build();

        failure(
                PullFailure.Malformed.class,
                () -> remote(registry(Access.bearer(none)), CredentialSource.none())
                        .manifest(TAG));
        failure(
                PullFailure.TooLarge.class,
                () -> remote(registry(Access.bearer(huge)), CredentialSource.none())
                        .manifest(TAG));
    }

    @Test
    void anExpiredTokenIsReplaced() throws Exception {
        TokenIssuer issuer = TokenIssuer.builder().usesPerToken(1).build();
        RemoteRepository remote = remote(registry(Access.bearer(issuer)), CredentialSource.none());

        remote.manifest(TAG);
        remote.manifest(TAG);
        assertEquals(2, issuer.issuedTokens());
    }

    @Test
    void aTokenIsReplacedBeforeItIsShownWhenItsTimeIsOver() throws Exception {
        TokenIssuer issuer = TokenIssuer.builder()
                .lifetime(Duration.ofSeconds(10), fixture.time::now)
                .build();
        TestRegistry registry = registry(Access.bearer(issuer));
        RemoteRepository remote = remote(registry, CredentialSource.none());

        remote.manifest(TAG);
        fixture.time.advance(Duration.ofSeconds(61));
        int before = registry.log().of(Route.Kind.MANIFEST).size();
        remote.manifest(TAG);
        assertEquals(2, issuer.issuedTokens());
        assertEquals(before + 1, registry.log().of(Route.Kind.MANIFEST).size());
    }

    @Test
    void insufficientScopeIsTriedOnceMore() throws Exception {
        TokenIssuer issuer = TokenIssuer.open();
        issuer.withholdScopes(1);

        remote(registry(Access.bearer(issuer)), CredentialSource.none()).manifest(TAG);
        assertEquals(2, issuer.issuedTokens());
    }

    @Test
    void tokensThatNeverSufficeEndInAFailure() {
        TokenIssuer issuer =
                TokenIssuer.builder().policy((user, scope) -> false).build();
        RemoteRepository remote = remote(registry(Access.bearer(issuer)), CredentialSource.none());

        failure(PullFailure.Unauthorized.class, () -> remote.manifest(TAG));
        assertTrue(issuer.issuedTokens() <= 3, "tokens: " + issuer.issuedTokens());
    }

    @Test
    void manyThreadsShareOneToken() throws Exception {
        TokenIssuer issuer = TokenIssuer.open();
        RemoteRepository remote = remote(registry(Access.bearer(issuer)), CredentialSource.none());
        List<FutureTask<Object>> tasks = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            tasks.add(new FutureTask<>(() -> remote.manifest(TAG)));
        }
        tasks.forEach(Thread::startVirtualThread);
        for (FutureTask<Object> task : tasks) {
            task.get(60, TimeUnit.SECONDS);
        }
        assertEquals(1, issuer.issuedTokens());
    }

    @Test
    void anotherPortOfTheSameHostIsTheSameHost() throws Exception {
        TokenServer server = server(TokenIssuer.builder().user("me", "secret").build());
        TestRegistry registry = registry(server.access());

        remote(registry, basic(registry, "me", "secret")).manifest(TAG);
        assertEquals(
                Access.basicAuthorization("me", "secret"),
                server.log().all().getLast().authorization().orElseThrow());
    }

    @Test
    void anUnknownTokenServerInsideTheNetworkIsNotAskedAtAll() {
        TokenServer server = server(TokenIssuer.open());
        TestRegistry registry = registry(
                Access.bearer(server.issuer(), server.realm().toString().replace("127.0.0.1", "localhost")));

        failure(
                PullFailure.Unauthorized.class,
                () -> remote(registry, basic(registry, "me", "secret")).manifest(TAG));
        assertTrue(server.log().isEmpty());
        assertEquals(0, server.acceptedConnections());
    }

    @Test
    void aConfiguredTokenServerGetsTheCredentials() throws Exception {
        TokenServer server = server(TokenIssuer.builder().user("me", "secret").build());
        TestRegistry registry = registry(
                Access.bearer(server.issuer(), server.realm().toString().replace("127.0.0.1", "localhost")));
        RemoteRepository remote = fixture.client(
                        basic(registry, "me", "secret"), Map.of(registry.host(), Set.of("localhost")))
                .repository(RegistryFixture.repository(registry, "team/app"), true);

        remote.manifest(TAG);
        assertTrue(server.log().all().getLast().authorization().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file:///etc/passwd", "not a url", "http://me:pw@127.0.0.1/token", "//127.0.0.1/x"})
    void otherRealmsAreMalformed(String realm) {
        TestRegistry registry = registry(Access.bearer(TokenIssuer.open(), realm));

        PullFailure failure = failure(
                PullFailure.Malformed.class,
                () -> remote(registry, CredentialSource.none()).manifest(TAG));
        assertFalse(failure.detail().contains("pw"), failure.detail());
    }

    @ParameterizedTest
    @CsvSource({"UNAUTHORIZED, Unauthorized", "FORBIDDEN, Unauthorized", "NOT_FOUND, NotFound"})
    void aDeniedRepositoryIsToldAsTheRegistryTellsIt(Denial denial, String kind) {
        TestRegistry registry = registry(Access.anonymous());
        registry.deny("team/app", denial);

        PullFailure failure = assertThrows(
                        PullException.class,
                        () -> remote(registry, CredentialSource.none()).manifest(TAG))
                .failure();
        assertEquals(kind, failure.getClass().getSimpleName());
    }

    @Test
    void whoIsDeniedOverPlainHttpOnThisMachineIsToldToLogInAsCredentialsWouldBeSent() {
        TestRegistry registry = registry(Access.anonymous());
        registry.deny("team/app", Denial.FORBIDDEN);

        PullFailure.Unauthorized failure = failure(
                PullFailure.Unauthorized.class,
                () -> remote(registry, CredentialSource.none()).manifest(TAG));
        assertTrue(failure.detail().contains("Log in with credentials"), failure.detail());
    }

    @Test
    void aTokenServersRedirectToAnotherHostIsNotFollowed() {
        TokenServer server = server(TokenIssuer.open());
        TestRegistry elsewhere = registry(Access.anonymous());
        TestRegistry registry = registry(server.access());
        server.inject(RequestMatcher.any(), Redirects.toHost(elsewhere.uri()));

        failure(
                PullFailure.Malformed.class,
                () -> remote(registry, basic(registry, "me", "secret")).manifest(TAG));
        assertTrue(elsewhere.log().isEmpty());
    }

    @Test
    void aTokenServersFaultsAreFailures() {
        TokenServer server = server(TokenIssuer.open());
        TestRegistry registry = registry(server.access());

        server.inject(RequestMatcher.any().nth(1), Faults.status(404));
        failure(
                PullFailure.Unauthorized.class,
                () -> remote(registry, CredentialSource.none()).manifest(TAG));
        server.inject(RequestMatcher.any().nth(1), Faults.endless());
        failure(
                PullFailure.TooLarge.class,
                () -> remote(registry, CredentialSource.none()).manifest(TAG));
    }
}
