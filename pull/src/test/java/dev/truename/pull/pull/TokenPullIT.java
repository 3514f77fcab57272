package dev.truename.pull.pull;

import static dev.truename.pull.pull.PullFixture.kind;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.Qualified;
import dev.truename.pull.credential.Credential;
import dev.truename.pull.credential.GivenCredential;
import dev.truename.pull.real.Commands;
import dev.truename.pull.real.Keys;
import dev.truename.pull.real.RealRegistry;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.access.Access;
import dev.truename.testkit.access.JwtSigner;
import dev.truename.testkit.access.TokenIssuer;
import dev.truename.testkit.access.TokenServer;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.log.RecordedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Debian's registry with `auth: token`: it believes the tokens of the testkit's server, which are signed by a key that
/// it trusts, and judges them by itself, by its own clock.
@Timeout(300)
class TokenPullIT {
    private static final String SCOPE = "?service=testkit&scope=repository:team/app:pull";
    private static final String BASIC = Access.basicAuthorization(RealRegistry.USER, RealRegistry.PASSWORD);
    /// For how long after its end this registry takes a token.
    private static final Duration LEEWAY = Duration.ofSeconds(60);

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final TestImage image = TestImage.builder()
            .layer(Layer.file("one", "1"))
            .layer(Layer.file("two", "2"))
            .layer(Layer.file("three", "3"))
            .build();

    @TempDir
    static Path keysFolder;

    @TempDir
    Path folder;

    private static Keys keys;

    private PullFixture fixture;

    @BeforeAll
    static void makeKeys() throws IOException {
        Commands.need("skopeo", "docker-registry", "openssl");
        keys = Keys.create(keysFolder);
        keys.signRsa("rsa", "subjectAltName=DNS:tokens");
        Keys.create(Files.createDirectory(keysFolder.resolve("other")));
    }

    @BeforeEach
    void open() throws IOException {
        Files.createDirectory(folder.resolve("registry"));
        fixture = new PullFixture(folder);
        try (TestRegistry source = TestRegistry.start()) {
            source.push("app", "1", image);
            Commands.run(
                    "skopeo",
                    "--insecure-policy",
                    "copy",
                    "--src-tls-verify=false",
                    "docker://" + source.host() + "/app:1",
                    "dir:" + folder.resolve("image"));
        }
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static JwtSigner signer() throws IOException {
        return JwtSigner.read(keys.key(), keys.certificate());
    }

    private static TokenIssuer.Builder issuer() throws IOException {
        return TokenIssuer.builder()
                .user(RealRegistry.USER, RealRegistry.PASSWORD)
                .signed(signer());
    }

    private RealRegistry registry(TokenServer tokens) {
        return registry(tokens, keys.authority());
    }

    private RealRegistry registry(TokenServer tokens, Path authority) {
        RealRegistry registry = RealRegistry.withTokens(folder.resolve("registry"), tokens, authority);
        fixture.registry(registry.host());
        return registry;
    }

    private void push(RealRegistry registry) {
        registry.push("dir:" + folder.resolve("image"), "team/app:1");
    }

    private void withPassword(RealRegistry registry) {
        fixture.as(
                new GivenCredential(registry.host(), new Credential.Basic(RealRegistry.USER, RealRegistry.PASSWORD)));
    }

    private static String name(RealRegistry registry) {
        return registry.host() + "/team/app:1";
    }

    private static List<RecordedRequest> asked(TokenServer tokens, String action) {
        return tokens.log().matching(request -> request.query().contains("team%2Fapp%3A" + action));
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "rsa"})
    void whatOneClientPushesWithAPasswordAnotherPulls(String key) throws Exception {
        JwtSigner signer = JwtSigner.read(
                keys.folder().resolve(key + ".key"), keys.folder().resolve(key + ".crt"));
        try (TokenServer tokens = TokenServer.start(issuer().signed(signer).build());
                RealRegistry registry = registry(tokens)) {
            push(registry);
            int pushing = tokens.issuer().issuedTokens();
            assertTrue(pushing > 0);
            withPassword(registry);
            PullOutcome.Pulled pulled = fixture.pulled(name(registry));

            assertEquals(image.digest(), pulled.root().digest().toString());
            assertEquals(4, pulled.transfer().fetchedBlobs());
            assertEquals(pushing + 1, tokens.issuer().issuedTokens());
            assertEquals(BASIC, asked(tokens, "pull").getLast().authorization().orElseThrow());
        }
    }

    @Test
    void nobodyIsRefused() throws Exception {
        try (TokenServer tokens = TokenServer.start(issuer().build());
                RealRegistry registry = registry(tokens)) {
            push(registry);

            assertEquals("Unauthorized", kind(fixture.failed(name(registry))));
            assertTrue(asked(tokens, "pull").getLast().authorization().isEmpty());
        }
    }

    @Test
    void whoMayDoSomethingElseIsRefused() throws Exception {
        TokenIssuer issuer =
                issuer().policy((_, scope) -> scope.actions().contains("push")).build();
        try (TokenServer tokens = TokenServer.start(issuer);
                RealRegistry registry = registry(tokens)) {
            push(registry);
            int pushing = issuer.issuedTokens();
            withPassword(registry);

            PullOutcome.Failed failed = fixture.failed(name(registry));
            assertEquals("Unauthorized", kind(failed));
            assertTrue(failed.mostTelling().failure().detail().contains("UNAUTHORIZED"), failed::toString);
            assertTrue(issuer.issuedTokens() > pushing);
        }
    }

    @Test
    void whoSignsInNobodysNameIsRefused() throws Exception {
        Path other = keysFolder.resolve("other").resolve("ca.crt");
        try (TokenServer tokens = TokenServer.start(issuer().build());
                RealRegistry registry = registry(tokens, other)) {
            withPassword(registry);

            assertEquals("Unauthorized", kind(fixture.failed(name(registry))));
            assertTrue(tokens.issuer().issuedTokens() > 0);
        }
    }

    /// The registry goes by its own clock, so the first token's end is waited for, once it was good for the manifest.
    /// Where the machine is too slow for that, the next token is good for longer.
    @Test
    void aTokenThatEndsInTheMiddleOfAPullIsRenewed() throws Exception {
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.now());
        TokenIssuer issuer = issuer().lifetime(LIFETIME, clock::get).build();
        try (TokenServer tokens = TokenServer.start(issuer);
                RealRegistry registry = registry(tokens)) {
            push(registry);
            long seconds = 2;
            while (!endedInTheMiddle(registry, tokens, clock, seconds)) {
                seconds *= 2;
            }
        }
    }

    /// Pulls with a first token that is good for so many seconds.
    private boolean endedInTheMiddle(
            RealRegistry registry, TokenServer tokens, AtomicReference<Instant> clock, long seconds) throws Exception {
        fixture.close();
        fixture = new PullFixture(Files.createDirectory(folder.resolve("try-" + seconds))).registry(registry.host());
        withPassword(registry);
        clock.set(Instant.now().minus(LIFETIME).minus(LEEWAY).plusSeconds(seconds));
        String twin = token(tokens);
        int before = tokens.issuer().issuedTokens();
        AtomicInteger forManifest = new AtomicInteger();
        PullOutcome outcome = fixture.puller().pull(List.of(Qualified.parse(name(registry))), event -> {
            if (event instanceof PullEvent.Chosen) {
                forManifest.set(tokens.issuer().issuedTokens() - before);
                awaitRefusal(registry, twin);
                clock.set(Instant.now());
            }
        });
        if (forManifest.get() != 1) {
            return false;
        }
        assertInstanceOf(PullOutcome.Pulled.class, outcome);
        assertEquals(before + 2, tokens.issuer().issuedTokens());
        return true;
    }

    /// A token of its own, which ends when those end that are issued by the same clock.
    private static String token(TokenServer tokens) throws IOException {
        HttpURLConnection connection = get(URI.create(tokens.realm() + SCOPE), BASIC);
        String answer = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int start = answer.indexOf("\"token\":\"") + 9;
        return answer.substring(start, answer.indexOf('"', start));
    }

    private static void awaitRefusal(RealRegistry registry, String token) {
        URI manifest = URI.create("http://" + registry.host() + "/v2/team/app/manifests/1");
        try {
            while (get(manifest, "Bearer " + token).getResponseCode() != 401) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpURLConnection get(URI url, String authorization) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setRequestProperty("Authorization", authorization);
        connection.setRequestProperty("Accept", "*/*");
        return connection;
    }
}
