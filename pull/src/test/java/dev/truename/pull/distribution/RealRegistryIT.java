package dev.truename.pull.distribution;

import static dev.truename.pull.distribution.RegistryFixture.failure;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.Tag;
import dev.truename.pull.credential.Credential;
import dev.truename.pull.credential.CredentialSource;
import dev.truename.pull.credential.GivenCredential;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.real.Commands;
import dev.truename.pull.real.Keys;
import dev.truename.pull.real.Nginx;
import dev.truename.pull.real.RealRegistry;
import dev.truename.pull.transport.TransportSettings;
import dev.truename.pull.transport.TrustSettings;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.Blob;
import dev.truename.testkit.content.TestImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealRegistryIT {
    private static final Tag TAG = new Tag("1");

    @TempDir
    Path folder;

    private final TestImage image = TestImage.of("hello");

    @BeforeEach
    void fill() throws IOException {
        for (String each : List.of("registry", "nginx", "keys", "certs.d")) {
            Files.createDirectory(folder.resolve(each));
        }
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

    private RealRegistry filled(RealRegistry registry) {
        registry.push("dir:" + folder.resolve("image"), "team/app:1");
        return registry;
    }

    private DistributionClient client(CredentialSource credentials) {
        TransportSettings settings = TransportSettings.of("test")
                .with(TrustSettings.SYSTEM.withHostFolders(List.of(folder.resolve("certs.d"))));
        return new DistributionClient(DistributionSettings.of(settings), credentials);
    }

    private static Repository repository(String host) {
        return new Repository(host, "team/app");
    }

    private void assertPulls(RemoteRepository remote) throws IOException {
        assertEquals(Digest.parse(image.digest()), remote.manifest(TAG).digest());
        assertEquals(Digest.parse(image.digest()), remote.head(TAG).digest());
        assertEquals(
                Digest.parse(image.digest()),
                remote.head(Digest.parse(image.digest())).digest());
        assertEquals(List.of(TAG), remote.tags(1));
        for (Blob blob : image.blobs()) {
            Descriptor descriptor = RegistryFixture.descriptor(blob);
            byte[] whole = RegistryFixture.read(remote, descriptor, 0);
            assertEquals(blob.digest(), dev.truename.testkit.content.Digests.sha256(whole));
            assertArrayEquals(Arrays.copyOfRange(whole, 7, whole.length), RegistryFixture.read(remote, descriptor, 7));
        }
    }

    @Test
    void aPlainRegistryIsReadFromAsInsecure() throws Exception {
        try (RealRegistry registry = filled(RealRegistry.start(folder.resolve("registry")));
                DistributionClient client = client(CredentialSource.none())) {
            assertPulls(client.repository(repository(registry.host()), true));
            failure(
                    PullFailure.NotFound.class,
                    () -> client.repository(repository(registry.host()), true).manifest(new Tag("2")));
            failure(
                    PullFailure.NotFound.class,
                    () -> client.repository(new Repository(registry.host(), "none"), true)
                            .manifest(TAG));
            failure(
                    PullFailure.NotFound.class,
                    () -> client.repository(new Repository(registry.host(), "none"), true)
                            .tags(1));
            failure(
                    PullFailure.Tls.class,
                    () -> client.repository(repository(registry.host()), false).manifest(TAG));
        }
    }

    @Test
    void aPasswordIsWantedAndShown() throws Exception {
        try (RealRegistry registry = filled(RealRegistry.withPassword(folder.resolve("registry")));
                DistributionClient anonymous = client(CredentialSource.none());
                DistributionClient known = client(new GivenCredential(
                        registry.host(), new Credential.Basic(RealRegistry.USER, RealRegistry.PASSWORD)))) {
            failure(
                    PullFailure.Unauthorized.class,
                    () -> anonymous
                            .repository(repository(registry.host()), true)
                            .manifest(TAG));
            assertPulls(known.repository(repository(registry.host()), true));
        }
    }

    @Test
    void anAuthorityInCertsDIsTrustedForItsHostAlone() throws Exception {
        Keys keys = Keys.create(folder.resolve("keys"));
        try (RealRegistry registry = filled(RealRegistry.start(folder.resolve("registry")));
                Nginx nginx =
                        Nginx.start(folder.resolve("nginx"), keys.certificate(), keys.key(), registry.host(), "")) {
            try (DistributionClient client = client(CredentialSource.none())) {
                failure(
                        PullFailure.Tls.class,
                        () -> client.repository(repository(nginx.host()), false).manifest(TAG));
                assertPulls(client.repository(repository(nginx.host()), true));
                failure(
                        PullFailure.Tls.class,
                        () -> client.repository(repository(nginx.host()), false).manifest(TAG));
            }
            Path host = Files.createDirectory(folder.resolve("certs.d").resolve(nginx.host()));
            Files.copy(keys.authority(), host.resolve("ca.crt"));
            try (DistributionClient client = client(CredentialSource.none())) {
                assertPulls(client.repository(repository(nginx.host()), false));
                String sameByAddress = nginx.host().replace("localhost", "127.0.0.1");
                failure(
                        PullFailure.Tls.class,
                        () -> client.repository(repository(sameByAddress), false)
                                .manifest(TAG));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pkcs8", "sec1", "pkcs1"})
    void aClientsCertificateIsShownWhateverItsKeysForm(String form) throws Exception {
        Keys keys = Keys.create(folder.resolve("keys"));
        String more = "ssl_client_certificate " + keys.authority() + "; ssl_verify_client on;";
        try (RealRegistry registry = filled(RealRegistry.start(folder.resolve("registry")));
                Nginx nginx =
                        Nginx.start(folder.resolve("nginx"), keys.certificate(), keys.key(), registry.host(), more)) {
            Path host = Files.createDirectory(folder.resolve("certs.d").resolve(nginx.host()));
            Files.copy(keys.authority(), host.resolve("ca.crt"));
            try (DistributionClient client = client(CredentialSource.none())) {
                failure(
                        PullFailure.Malformed.class,
                        () -> client.repository(repository(nginx.host()), false).manifest(TAG));
            }
            clientKey(keys, form, host);
            try (DistributionClient client = client(CredentialSource.none())) {
                assertPulls(client.repository(repository(nginx.host()), false));
            }
        }
    }

    private static void clientKey(Keys keys, String form, Path host) throws IOException {
        if (form.equals("pkcs1")) {
            keys.signRsa("client", "extendedKeyUsage=clientAuth");
        } else {
            keys.sign("client", "extendedKeyUsage=clientAuth");
        }
        String key = keys.folder().resolve("client.key").toString();
        String target = host.resolve("client.key").toString();
        switch (form) {
            case "pkcs8" -> Files.copy(Path.of(key), Path.of(target));
            case "sec1" -> Commands.run("openssl", "ec", "-in", key, "-out", target);
            default -> Commands.run("openssl", "rsa", "-traditional", "-in", key, "-out", target);
        }
        Files.copy(keys.folder().resolve("client.crt"), host.resolve("client.cert"));
    }
}
