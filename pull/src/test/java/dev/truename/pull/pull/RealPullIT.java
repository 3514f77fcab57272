package dev.truename.pull.pull;

import static dev.truename.pull.pull.PullFixture.kind;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.Qualified;
import dev.truename.names.shortname.Candidate;
import dev.truename.names.shortname.Chooser;
import dev.truename.names.shortname.Resolution;
import dev.truename.names.shortname.ShortNameResolver;
import dev.truename.pull.credential.Credential;
import dev.truename.pull.credential.GivenCredential;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.pull.PullSettings.Platforms;
import dev.truename.pull.real.Commands;
import dev.truename.pull.real.Keys;
import dev.truename.pull.real.Nginx;
import dev.truename.pull.real.RealRegistry;
import dev.truename.pull.transport.TrustSettings;
import dev.truename.testkit.ClosedPort;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.access.TokenIssuer;
import dev.truename.testkit.access.TokenServer;
import dev.truename.testkit.content.Digests;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.Platform;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.content.TestIndex;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Short names pulled from Debian's registry, where buildah's images are put by skopeo, and read back by skopeo and
/// podman.
@Timeout(300)
class RealPullIT {
    @TempDir
    static Path images;

    @TempDir
    Path folder;

    private PullFixture fixture;

    @BeforeAll
    static void build() throws IOException {
        Commands.need("skopeo", "buildah", "docker-registry", "nginx", "htpasswd", "openssl");
        for (String format : List.of("oci", "docker")) {
            BuiltImage.build(images, format);
        }
    }

    @BeforeEach
    void open() throws IOException {
        for (String each : List.of("registry", "nginx", "keys", "certs.d", "tmp")) {
            Files.createDirectory(folder.resolve(each));
        }
        fixture = new PullFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private RealRegistry plain() {
        return RealRegistry.start(folder.resolve("registry"));
    }

    private static void push(RealRegistry registry, String format) {
        registry.push("dir:" + images.resolve(format), "team/app:1");
    }

    private List<Qualified> candidates(String name) {
        RegistriesConfiguration configuration = fixture.configuration();
        Resolution resolution =
                new ShortNameResolver(configuration).resolve(ImageReference.parse(name), Chooser.NOBODY);
        return switch (resolution) {
            case Resolution.AlreadyQualified qualified -> List.of(qualified.reference());
            case Resolution.Aliased aliased -> List.of(aliased.reference());
            case Resolution.Searched searched ->
                searched.candidates().stream().map(Candidate::reference).toList();
            case Resolution.Chosen _, Resolution.Ambiguous _, Resolution.Unresolved _, Resolution.Inexpressible _ ->
                throw new AssertionError(resolution.toString());
        };
    }

    private PullOutcome.Pulled pulled(String shortName) throws Exception {
        List<Qualified> candidates = candidates(shortName);
        return fixture.pulled(candidates.stream().map(Qualified::toString).toArray(String[]::new));
    }

    private void alias(String host) {
        fixture.conf("[aliases]\n\"app\" = \"" + host + "/team/app\"");
    }

    /// The store has what skopeo gets from the registry, digest by digest, and skopeo reads it from the store.
    private void assertSame(PullOutcome.Pulled pulled, String source, String... how) throws IOException {
        List<String> more = List.of(how);
        String raw = skopeo(
                more.stream()
                        .filter(option -> !option.equals("--all"))
                        .map(RealPullIT::inspecting)
                        .toList(),
                "inspect",
                "--raw",
                "docker://" + source);
        assertEquals(pulled.root().digest().toString(), Digests.sha256(raw.getBytes(StandardCharsets.UTF_8)));
        Path theirs = folder.resolve("theirs");
        Path ours = folder.resolve("ours");
        skopeo(more, "copy", "docker://" + source, "dir:" + theirs);
        List<String> whole = more.stream().filter("--all"::equals).toList();
        skopeo(whole, "copy", "oci:" + fixture.store.root(), "dir:" + ours);
        assertEquals(digests(theirs), digests(ours));
        for (Descriptor blob : fixture.store.content(pulled.root()).present()) {
            assertTrue(digests(ours).contains(blob.digest().toString()), blob.toString());
        }
    }

    /// Options about the source of a copy have other names where there is but one place.
    private static String inspecting(String option) {
        return option.replace("--src-", "--");
    }

    private String skopeo(List<String> more, String... arguments) {
        List<String> command = new ArrayList<>(List.of("skopeo", "--insecure-policy", arguments[0]));
        command.addAll(more);
        command.addAll(List.of(arguments).subList(1, arguments.length));
        return Commands.run(command.toArray(String[]::new));
    }

    /// The true digests of a folder's files, but for skopeo's own mark.
    private static Set<String> digests(Path folder) throws IOException {
        Set<String> digests = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!file.endsWith("version")) {
                    try (InputStream in = Files.newInputStream(file)) {
                        digests.add(Digests.sha256(in));
                    }
                }
            }
        }
        return digests;
    }

    @ParameterizedTest
    @ValueSource(strings = {"oci", "docker"})
    void aShortNameByItsAlias(String format) throws Exception {
        try (RealRegistry registry = plain()) {
            push(registry, format);
            fixture.registry(registry.host());
            alias(registry.host());
            PullOutcome.Pulled pulled = pulled("app:1");

            assertEquals(registry.host() + "/team/app:1", pulled.reference().toString());
            assertEquals(4, pulled.transfer().fetchedBlobs());
            assertSame(pulled, pulled.reference().toString(), "--src-tls-verify=false");
            assertEquals(0, pulled("app:1").transfer().fetchedBlobs());
        }
    }

    @Test
    void aRegistryThatWantsAPassword() throws Exception {
        try (RealRegistry registry = RealRegistry.withPassword(folder.resolve("registry"))) {
            push(registry, "oci");
            fixture.registry(registry.host());
            alias(registry.host());
            assertEquals("Unauthorized", kind(fixture.failed(registry.host() + "/team/app:1")));
            Credential.Basic known = new Credential.Basic(RealRegistry.USER, RealRegistry.PASSWORD);
            fixture.as(new GivenCredential(registry.host(), known));

            String creds = "--src-creds=" + RealRegistry.USER + ":" + RealRegistry.PASSWORD;
            assertSame(pulled("app:1"), registry.host() + "/team/app:1", "--src-tls-verify=false", creds);
        }
    }

    @Test
    void aRegistryBehindTlsThatACertsDFolderTrusts() throws Exception {
        Keys keys = Keys.create(folder.resolve("keys"));
        try (RealRegistry registry = plain();
                Nginx nginx =
                        Nginx.start(folder.resolve("nginx"), keys.certificate(), keys.key(), registry.host(), "")) {
            push(registry, "oci");
            alias(nginx.host());
            fixture.transport =
                    fixture.transport.with(TrustSettings.SYSTEM.withHostFolders(List.of(folder.resolve("certs.d"))));
            assertEquals("Tls", kind(fixture.failed(nginx.host() + "/team/app:1")));
            Path trusted = Files.createDirectory(folder.resolve("certs.d").resolve(nginx.host()));
            Files.copy(keys.authority(), trusted.resolve("ca.crt"));
            fixture.as(fixture.credentials);

            assertSame(pulled("app:1"), nginx.host() + "/team/app:1", "--src-cert-dir=" + trusted);
        }
    }

    @Test
    void aRegistryWithATokenServer() throws Exception {
        TestImage image = TestImage.of("guarded");
        TokenIssuer issuer = TokenIssuer.builder().user("me", "s3cret").build();
        try (TokenServer tokens = TokenServer.start(issuer);
                TestRegistry registry =
                        TestRegistry.builder().access(tokens.access()).start()) {
            registry.push("team/app", "1", image);
            fixture.registry(registry.host());
            alias(registry.host());
            fixture.as(new GivenCredential(registry.host(), new Credential.Basic("me", "s3cret")));

            assertSame(
                    pulled("app:1"),
                    registry.host() + "/team/app:1",
                    "--src-tls-verify=false",
                    "--src-creds=me:s3cret");
        }
    }

    private static TestImage image(Platform platform) {
        return TestImage.builder()
                .platform(platform)
                .layer(Layer.file("made-for", platform.architecture()))
                .build();
    }

    @Test
    void anIndexOfTwoPlatforms() throws Exception {
        TestIndex index = TestIndex.of(image(Platform.AMD64), image(Platform.ARM64));
        try (TestRegistry source = TestRegistry.start();
                RealRegistry registry = plain()) {
            source.push("app", "1", index);
            Commands.run(
                    "skopeo",
                    "--insecure-policy",
                    "copy",
                    "--all",
                    "--src-tls-verify=false",
                    "--dest-tls-verify=false",
                    "docker://" + source.host() + "/app:1",
                    "docker://" + registry.host() + "/team/app:1");
            fixture.registry(registry.host());
            alias(registry.host());
            fixture.platforms = new Platforms.One(dev.truename.pull.manifest.Platform.parse("linux/arm64"), true);
            PullOutcome.Pulled one = pulled("app:1");
            assertEquals("linux/arm64/v8", one.platform().orElseThrow().toString());
            assertEquals(2, one.transfer().fetchedBlobs());
            fixture.platforms = new Platforms.All();
            PullOutcome.Pulled all = pulled("app:1");

            assertEquals(index.digest(), all.root().digest().toString());
            assertSame(all, registry.host() + "/team/app:1", "--all", "--src-tls-verify=false");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "lacks the image", "lies"})
    void aMirrorThatDoesNotServe(String how) throws Exception {
        try (RealRegistry registry = plain();
                TestRegistry mirror = TestRegistry.start();
                ClosedPort closed = ClosedPort.reserve()) {
            push(registry, "oci");
            if (how.equals("lies")) {
                mirror.push("team/app", "1", TestImage.of("another"));
                mirror.inject(RequestMatcher.manifests(), Faults.digestHeader("sha256:" + "ab".repeat(32)));
            }
            fixture.registry(registry.host(), how.equals("down") ? closed.host() : mirror.host());
            alias(registry.host());
            PullOutcome.Pulled pulled = pulled("app:1");

            String expected = switch (how) {
                case "down" -> "Unreachable";
                case "lies" -> "Mismatch";
                default -> "NotFound";
            };
            assertEquals(expected, kind(pulled.failures().getFirst().failure()));
            assertSame(pulled, registry.host() + "/team/app:1", "--src-tls-verify=false");
        }
    }

    @Test
    void aRealMirrorServesAllOfIt() throws Exception {
        try (RealRegistry mirror = plain();
                ClosedPort closed = ClosedPort.reserve()) {
            push(mirror, "oci");
            fixture.registry(closed.host(), mirror.host());
            alias(closed.host());
            PullOutcome.Pulled pulled = pulled("app:1");

            assertEquals(closed.host() + "/team/app:1", pulled.reference().toString());
            assertSame(pulled, mirror.host() + "/team/app:1", "--src-tls-verify=false");
        }
    }

    @Test
    void podmanTakesWhatWasPulled() throws Exception {
        Commands.need("podman");
        try (RealRegistry registry = plain()) {
            push(registry, "oci");
            fixture.registry(registry.host());
            alias(registry.host());
            PullOutcome.Pulled pulled = pulled("app:1");
            String said = podman(
                    "pull",
                    "-q",
                    "--signature-policy=" + images.resolve("policy.json"),
                    "oci:" + fixture.store.root() + ":" + pulled.reference());
            String id = said.strip().lines().reduce("", (before, line) -> line);

            String manifest = new String(
                    fixture.store.manifest(pulled.root()).orElseThrow().bytes(), StandardCharsets.UTF_8);
            assertTrue(manifest.contains("sha256:" + id), said);
            assertTrue(podman("image", "inspect", id).contains("\"layer\": \"2\""));
        }
    }

    private String podman(String... arguments) {
        List<String> command = new ArrayList<>(List.of("env", "HOME=" + folder, "podman", "--storage-driver=vfs"));
        command.add("--root=" + folder.resolve("podman"));
        command.add("--runroot=" + folder.resolve("run"));
        command.addAll(List.of(arguments));
        return Commands.run(command.toArray(String[]::new));
    }
}
