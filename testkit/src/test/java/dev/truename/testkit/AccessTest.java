package dev.truename.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.testkit.access.Access;
import dev.truename.testkit.access.Denial;
import dev.truename.testkit.access.JwtSigner;
import dev.truename.testkit.access.TokenIssuer;
import dev.truename.testkit.access.TokenServer;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.tls.TestCertificates;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
    private static final String MANIFEST = "/v2/x/manifests/1";
    private static final String SCOPE = "/token?service=testkit&scope=repository:x:pull";
    private static final String BASIC = Access.basicAuthorization("ann", "secret");

    private static TestRegistry registry(Access access) {
        TestRegistry registry = TestRegistry.builder().access(access).start();
        registry.push("x", "1", TestImage.of("x"));
        return registry;
    }

    private static String field(HttpResponse<byte[]> response, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(Http.text(response));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String challenge(HttpResponse<byte[]> response) {
        return response.headers().firstValue("WWW-Authenticate").orElse("");
    }

    @ParameterizedTest
    @CsvSource({"ann, secret, 200", "ann, wrong, 401", "bob, secret, 401"})
    void basic(String user, String password, int status) throws Exception {
        try (TestRegistry registry = registry(Access.basic("ann", "secret"));
                Http http = new Http(registry)) {
            String authorization = Access.basicAuthorization(user, password);
            assertEquals(
                    status, http.get(MANIFEST, "Authorization", authorization).statusCode());
            HttpResponse<byte[]> without = http.get("/v2/");
            assertEquals("401 Basic realm=\"testkit\"", without.statusCode() + " " + challenge(without));
            assertEquals(
                    authorization,
                    registry.log().all().getFirst().authorization().orElseThrow());
        }
    }

    @ParameterizedTest
    @CsvSource({"UNAUTHORIZED, 401, UNAUTHORIZED", "FORBIDDEN, 403, DENIED", "NOT_FOUND, 404, NAME_UNKNOWN"})
    void deniedRepositories(Denial denial, int status, String code) throws Exception {
        try (TestRegistry registry = registry(Access.anonymous());
                Http http = new Http(registry)) {
            registry.push("y", "1", TestImage.of("y"));
            registry.deny("x", denial);
            HttpResponse<byte[]> response = http.get(MANIFEST);
            assertEquals(status, response.statusCode());
            assertTrue(Http.text(response).contains("\"code\":\"" + code + "\""));
            assertEquals(200, http.get("/v2/y/manifests/1").statusCode());
        }
    }

    @Test
    void bearerFromTheRegistryItself() throws Exception {
        try (TestRegistry registry = registry(Access.bearer(TokenIssuer.open()));
                Http http = new Http(registry)) {
            String realm = registry.uri() + "/token";
            assertEquals(
                    "Bearer realm=\"" + realm + "\",service=\"testkit\",scope=\"repository:x:pull\"",
                    challenge(http.get(MANIFEST)));
            String token = field(http.get(SCOPE), "token");
            assertEquals(
                    200, http.get(MANIFEST, "Authorization", "Bearer " + token).statusCode());
            assertEquals(
                    200, http.get("/v2/", "Authorization", "Bearer " + token).statusCode());
            HttpResponse<byte[]> wrong = http.get(MANIFEST, "Authorization", "Bearer nonsense");
            assertTrue(challenge(wrong).endsWith(",error=\"invalid_token\""), challenge(wrong));
            HttpResponse<byte[]> other = http.get("/v2/y/manifests/1", "Authorization", "Bearer " + token);
            assertTrue(challenge(other).endsWith(",error=\"insufficient_scope\""), challenge(other));
        }
    }

    @Test
    void bearerFromAServerOfItsOwn() throws Exception {
        TokenIssuer issuer = TokenIssuer.builder().user("ann", "secret").build();
        try (TokenServer tokens = TokenServer.start(issuer);
                TestRegistry registry = registry(tokens.access());
                Http http = new Http(registry);
                Http asker = new Http(tokens.realm())) {
            assertTrue(challenge(http.get(MANIFEST)).startsWith("Bearer realm=\"" + tokens.realm() + "\""));
            assertEquals(
                    404,
                    http.get(
                                    "/token",
                                    "Authorization",
                                    "Bearer " + field(asker.get(SCOPE, "Authorization", BASIC), "token"))
                            .statusCode());
            assertEquals(401, asker.get(SCOPE).statusCode());
            assertEquals(
                    401,
                    asker.get(SCOPE, "Authorization", Access.basicAuthorization("ann", "no"))
                            .statusCode());
            String token = field(asker.get(SCOPE, "Authorization", BASIC), "access_token");
            assertEquals(
                    200, http.get(MANIFEST, "Authorization", "Bearer " + token).statusCode());
            assertEquals(4, tokens.log().size());
            assertEquals(2, issuer.issuedTokens());
        }
    }

    @Test
    void realmsPointAnywhere() throws Exception {
        try (TestRegistry registry = registry(Access.bearer(TokenIssuer.open(), "http://169.254.169.254/latest"));
                Http http = new Http(registry)) {
            assertTrue(challenge(http.get("/v2/")).startsWith("Bearer realm=\"http://169.254.169.254/latest\""));
        }
    }

    @Test
    void tokensExpireByUse() throws Exception {
        TokenIssuer issuer = TokenIssuer.builder().usesPerToken(2).build();
        try (TestRegistry registry = registry(Access.bearer(issuer));
                Http http = new Http(registry)) {
            String bearer = "Bearer " + field(http.get(SCOPE), "token");
            assertEquals(200, http.get(MANIFEST, "Authorization", bearer).statusCode());
            assertEquals(200, http.get(MANIFEST, "Authorization", bearer).statusCode());
            assertEquals(401, http.get(MANIFEST, "Authorization", bearer).statusCode());
        }
    }

    @Test
    void tokensExpireByTheClockAndByRevocation() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        TokenIssuer issuer =
                TokenIssuer.builder().lifetime(Duration.ofSeconds(60), now::get).build();
        try (TestRegistry registry = registry(Access.bearer(issuer));
                Http http = new Http(registry)) {
            String bearer = "Bearer " + field(http.get(SCOPE), "token");
            now.set(Instant.EPOCH.plusSeconds(59));
            assertEquals(200, http.get(MANIFEST, "Authorization", bearer).statusCode());
            now.set(Instant.EPOCH.plusSeconds(60));
            assertEquals(401, http.get(MANIFEST, "Authorization", bearer).statusCode());
            String second = "Bearer " + field(http.get(SCOPE), "token");
            issuer.revokeAll();
            assertEquals(401, http.get(MANIFEST, "Authorization", second).statusCode());
        }
    }

    @Test
    void withheldScopesAreNotEnough() throws Exception {
        TokenIssuer issuer = TokenIssuer.open();
        issuer.withholdScopes(1);
        try (TestRegistry registry = registry(Access.bearer(issuer));
                Http http = new Http(registry)) {
            String poor = "Bearer " + field(http.get(SCOPE), "token");
            String rich = "Bearer " + field(http.get(SCOPE), "token");
            assertTrue(challenge(http.get(MANIFEST, "Authorization", poor)).contains("insufficient_scope"));
            assertEquals(200, http.get(MANIFEST, "Authorization", rich).statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=refresh_token&refresh_token=identity&scope=repository:x:pull, 200",
        "grant_type=refresh_token&refresh_token=other&scope=repository:x:pull, 401",
        "grant_type=password&username=ann&password=secret&scope=repository%3Ax%3Apull, 200",
        "grant_type=password&username=ann&password=wrong, 401",
        "grant_type=magic, 400"
    })
    void oauthGrants(String form, int status) throws Exception {
        TokenIssuer issuer = TokenIssuer.builder()
                .user("ann", "secret")
                .refreshToken("identity", "ann")
                .build();
        try (TestRegistry registry = registry(Access.bearer(issuer));
                Http http = new Http(registry)) {
            HttpResponse<byte[]> response = http.exchange("POST", "/token", form);
            assertEquals(status, response.statusCode());
            if (status == 200) {
                String bearer = "Bearer " + field(response, "access_token");
                assertEquals(200, http.get(MANIFEST, "Authorization", bearer).statusCode());
            }
        }
    }

    @Test
    void refreshTokensAreGivenToWhoAsks() throws Exception {
        TokenIssuer issuer = TokenIssuer.builder().user("ann", "secret").build();
        try (TokenServer tokens = TokenServer.start(issuer);
                Http http = new Http(tokens.realm())) {
            assertEquals("", field(http.get(SCOPE, "Authorization", BASIC), "refresh_token"));
            String refresh = field(http.get(SCOPE + "&offline_token=true", "Authorization", BASIC), "refresh_token");
            assertEquals(200, http.send("POST", "/token", "grant_type=refresh_token&refresh_token=" + refresh));
        }
    }

    @Test
    void tokenResponsesOfAnySize() throws Exception {
        TokenIssuer issuer = TokenIssuer.builder()
                .tokenLength(20_000)
                .padding(2_000_000)
                .tokenFields("access_token")
                .build();
        try (TokenServer tokens = TokenServer.start(issuer);
                Http http = new Http(tokens.realm())) {
            HttpResponse<byte[]> response = http.get(SCOPE);
            assertEquals(20_000, field(response, "access_token").length());
            assertEquals("", field(response, "token"));
            assertTrue(response.body().length > 2_000_000);
        }
    }

    @Test
    void signedTokensAreGoodToo(@TempDir Path folder) throws Exception {
        TestCertificates certificates = TestCertificates.create(folder);
        TokenIssuer issuer = TokenIssuer.builder()
                .signed(JwtSigner.read(certificates.key(), certificates.certificate()))
                .tokenLength(20_000)
                .build();
        try (TestRegistry registry = registry(Access.bearer(issuer));
                Http http = new Http(registry)) {
            String token = field(http.get(SCOPE), "token");
            assertTrue(token.length() >= 20_000);
            assertNotEquals(token, field(http.get(SCOPE), "token"));
            assertEquals(
                    200, http.get(MANIFEST, "Authorization", "Bearer " + token).statusCode());
            issuer.revokeAll();
            assertEquals(
                    401, http.get(MANIFEST, "Authorization", "Bearer " + token).statusCode());
        }
    }
}
