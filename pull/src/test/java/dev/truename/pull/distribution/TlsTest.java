package dev.truename.pull.distribution;

import static dev.truename.pull.distribution.RegistryFixture.descriptor;
import static dev.truename.pull.distribution.RegistryFixture.failure;
import static dev.truename.pull.distribution.RegistryFixture.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.Repository;
import dev.truename.names.reference.Tag;
import dev.truename.pull.credential.Credential;
import dev.truename.pull.credential.CredentialSource;
import dev.truename.pull.credential.GivenCredential;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.transport.Proxies;
import dev.truename.pull.transport.TransportSettings;
import dev.truename.pull.transport.TrustSettings;
import dev.truename.testkit.ClosedPort;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.access.Access;
import dev.truename.testkit.access.TokenIssuer;
import dev.truename.testkit.access.TokenServer;
import dev.truename.testkit.content.Blob;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.distribution.Route;
import dev.truename.testkit.fault.Redirects;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.tls.TestCertificates;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final Tag TAG = new Tag("1");

    @TempDir
    static Path keys;

    @TempDir
    Path certsD;

    private static TestCertificates certificates;

    private final RegistryFixture fixture = new RegistryFixture();
    private final Blob blob = Blob.of("content");
    private TestRegistry registry;
    private TestRegistry plain;

    @BeforeAll
    static void makeKeys() throws IOException {
        certificates = TestCertificates.create(keys, "dns:localhost,ip:127.0.0.1,dns:registry.test");
    }

    @BeforeEach
    void start() throws IOException {
        registry = secure(Access.anonymous());
        plain = TestRegistry.start();
        plain.push("team/app", "1", TestImage.of("hello"));
        plain.putBlob("team/app", blob.digest(), blob);
    }

    @AfterEach
    void stop() {
        registry.close();
        plain.close();
    }

    private TestRegistry secure(Access access) throws IOException {
        TestRegistry secure =
                TestRegistry.builder().tls(certificates.server()).access(access).start();
        secure.push("team/app", "1", TestImage.of("hello"));
        secure.putBlob("team/app", blob.digest(), blob);
        return secure;
    }

    private TransportSettings settings() {
        return fixture.transport().with(TrustSettings.SYSTEM.withHostFolders(List.of(certsD)));
    }

    private DistributionClient client(TransportSettings settings) {
        return new DistributionClient(DistributionSettings.of(settings), CredentialSource.none());
    }

    private void trust(String host) throws IOException {
        Path folder = Files.createDirectories(certsD.resolve(host));
        Files.copy(certificates.authority(), folder.resolve("ca.crt"));
    }

    private static Repository repository(String host) {
        return new Repository(host, "team/app");
    }

    @Test
    void anUnknownAuthorityIsRefused() {
        failure(
                PullFailure.Tls.class,
                () -> client(settings())
                        .repository(repository(registry.host()), false)
                        .manifest(TAG));
        assertTrue(registry.log().isEmpty());
    }

    @Test
    void anAuthorityInCertsDIsTrusted() throws Exception {
        trust(registry.host());

        client(settings()).repository(repository(registry.host()), false).manifest(TAG);
    }

    @Test
    void anAuthorityInTheCommandsFolderIsTrusted() throws Exception {
        trust("flat");
        TrustSettings trust = TrustSettings.SYSTEM.withCommandFolder(certsD.resolve("flat"));

        client(fixture.transport().with(trust))
                .repository(repository(registry.host()), false)
                .manifest(TAG);
    }

    @Test
    void theBundleThatIsSetReplacesTheSystems() throws Exception {
        TrustSettings trust = TrustSettings.standard(
                Optional.empty(),
                Map.of("SSL_CERT_FILE", certificates.authority().toString()));

        client(fixture.transport().with(trust.withHostFolders(List.of())))
                .repository(repository(registry.host()), false)
                .manifest(TAG);
    }

    @Test
    void aBrokenFileInCertsDIsAFailureThatNamesIt() throws Exception {
        Path folder = Files.createDirectory(certsD.resolve(registry.host()));
        Path file = Files.writeString(
                folder.resolve("ca.crt"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        PullFailure failure = failure(
                PullFailure.Tls.class,
                () -> client(settings())
                        .repository(repository(registry.host()), false)
                        .manifest(TAG));
        assertEquals(file.toString(), failure.source());
    }

    @Test
    void aCertificateWithoutItsKeyIsAFailure() throws Exception {
        Path folder = Files.createDirectory(certsD.resolve(registry.host()));
        Files.copy(certificates.certificate(), folder.resolve("me.cert"));

        failure(
                PullFailure.Tls.class,
                () -> client(settings())
                        .repository(repository(registry.host()), false)
                        .manifest(TAG));
    }

    @Test
    void insecureTakesAnyCertificateButStaysWithTls() throws Exception {
        DistributionClient client = client(settings());

        client.repository(repository(registry.host()), true).manifest(TAG);
        assertEquals("GET", registry.log().all().getFirst().method());
    }

    @Test
    void insecureForOneHostDoesNotWeakenAnother() throws Exception {
        try (TestRegistry other = secure(Access.anonymous())) {
            DistributionClient client = client(settings());
            client.repository(repository(registry.host()), true).manifest(TAG);

            failure(
                    PullFailure.Tls.class,
                    () -> client.repository(repository(other.host()), false).manifest(TAG));
            failure(
                    PullFailure.Tls.class,
                    () -> client.repository(repository(registry.host()), false).manifest(TAG));
        }
    }

    @Test
    void insecureDoesNotHoldForARedirectsTarget() throws Exception {
        try (TestRegistry other = secure(Access.anonymous())) {
            String elsewhere = "https://localhost:" + other.port();
            registry.inject(RequestMatcher.blobs(), Redirects.toHost(URI.create(elsewhere)));

            failure(
                    PullFailure.Tls.class,
                    () -> read(client(settings()).repository(repository(registry.host()), true), descriptor(blob), 0));
            assertTrue(other.log().isEmpty());
        }
    }

    @Test
    void aSecureSourceNeverSpeaksPlainHttp() {
        failure(
                PullFailure.Tls.class,
                () -> client(settings())
                        .repository(repository(plain.host()), false)
                        .manifest(TAG));
        assertTrue(plain.log().of(Route.Kind.MANIFEST).isEmpty());
    }

    @Test
    void aRedirectFromHttpsToHttpIsRefused() throws Exception {
        trust(registry.host());
        registry.inject(RequestMatcher.blobs(), Redirects.toHost(plain.uri()));

        for (boolean insecure : new boolean[] {false, true}) {
            failure(
                    PullFailure.Malformed.class,
                    () -> read(
                            client(settings()).repository(repository(registry.host()), insecure), descriptor(blob), 0));
        }
        assertEquals(0, plain.acceptedConnections());
    }

    @Test
    void aTokenServerWithoutTlsIsNotAskedForARegistryWithTls() throws Exception {
        try (TokenServer server = TokenServer.start(TokenIssuer.open());
                TestRegistry guarded = secure(server.access())) {
            trust(guarded.host());
            CredentialSource source = new GivenCredential(guarded.host(), new Credential.Basic("me", "secret"));
            for (boolean insecure : new boolean[] {false, true}) {
                failure(
                        PullFailure.Unauthorized.class,
                        () -> new DistributionClient(DistributionSettings.of(settings()), source)
                                .repository(repository(guarded.host()), insecure)
                                .manifest(TAG));
            }
            assertEquals(0, server.acceptedConnections());
        }
    }

    @Test
    void aProxyPassesTlsThroughAndSeesItsOwnCredentialsAlone() throws Exception {
        try (TunnelProxy proxy = TunnelProxy.to(registry.port())) {
            trust("registry.test:5443");
            Proxies proxies = Proxies.of(Map.of("HTTPS_PROXY", "http://p:q@" + proxy.host()));
            Repository repository = repository("registry.test:5443");

            client(settings().with(proxies)).repository(repository, false).manifest(TAG);
            assertTrue(proxy.heads().getFirst().startsWith("CONNECT registry.test:5443 HTTP/1.1\r\n"));
            assertTrue(proxy.heads().getFirst().contains("Proxy-Authorization: Basic cDpx\r\n"));
            assertEquals(
                    "registry.test:5443",
                    registry.log().all().getFirst().header("Host").orElseThrow());
        }
    }

    @Test
    void aProxyThatCannotBeReachedIsNamed() throws Exception {
        try (ClosedPort closed = ClosedPort.reserve()) {
            assertEquals(
                    "the proxy http://" + closed.host() + " cannot be reached: Connection refused",
                    throughProxy("http://p:q@" + closed.host()));
        }
        String unknown = "x".repeat(64) + ".example:3128"; // so long a label nobody has to be asked for
        assertEquals("the name of the proxy http://" + unknown + " is not known", throughProxy("http://" + unknown));
    }

    private String throughProxy(String proxy) throws Exception {
        Proxies proxies = Proxies.of(Map.of("HTTPS_PROXY", proxy));
        return failure(
                        PullFailure.Unreachable.class,
                        () -> client(settings().with(proxies))
                                .repository(repository("registry.test:5443"), false)
                                .manifest(TAG))
                .detail();
    }

    @Test
    void aProxyThatRefusesIsUnreachable() throws Exception {
        Proxies proxies = Proxies.of(Map.of("HTTPS_PROXY", plain.uri().toString()));

        failure(
                PullFailure.Unreachable.class,
                () -> client(settings().with(proxies))
                        .repository(repository("registry.test:5443"), false)
                        .manifest(TAG));
    }
}
