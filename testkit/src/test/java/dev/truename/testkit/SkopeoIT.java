package dev.truename.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.truename.testkit.access.Access;
import dev.truename.testkit.access.TokenIssuer;
import dev.truename.testkit.access.TokenServer;
import dev.truename.testkit.content.Blob;
import dev.truename.testkit.content.Format;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.Platform;
import dev.truename.testkit.content.TarEntry;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.content.TestIndex;
import dev.truename.testkit.distribution.Route;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.tls.TestCertificates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A client that knows nothing of this registry copies from it and pushes to it.
@Timeout(300)
class SkopeoIT {
    @TempDir
    Path folder;

    private record Run(int exit, String output) {}

    @BeforeAll
    static void needSkopeo() {
        boolean there = List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, "skopeo")));
        if (!there && "true".equals(System.getenv("CI"))) {
            fail("skopeo is missing, and in CI nothing may be");
        }
        Assumptions.assumeTrue(there, "NOT RUN: skopeo is missing (install the package skopeo)");
    }

    private Run skopeo(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("skopeo", "--insecure-policy"));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "skopeo", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment()
                .put("REGISTRY_AUTH_FILE", folder.resolve("auth.json").toString());
        int exit = builder.start().waitFor();
        return new Run(exit, Files.readString(output, StandardCharsets.UTF_8));
    }

    private void succeed(String... arguments) throws IOException, InterruptedException {
        Run run = skopeo(arguments);
        assertEquals(0, run.exit(), run.output());
    }

    private TestImage twoLayers(Format format) throws IOException {
        return TestImage.builder()
                .format(format)
                .label("made-by", "testkit")
                .layer(Layer.of(
                        TarEntry.directory("d/"),
                        TarEntry.file("d/" + "n".repeat(120), "long name"),
                        TarEntry.symbolicLink("d/l", "../x")))
                .layer(Layer.random(folder.resolve("big-" + format), 5, 5_000_000))
                .build();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void copiesFromIt(Format format) throws Exception {
        TestImage image = twoLayers(format);
        try (TestRegistry registry = TestRegistry.start()) {
            registry.push("a/b", "1", image);
            String source = "docker://" + registry.host() + "/a/b:1";
            Path layout = folder.resolve("layout");
            succeed("copy", "--src-tls-verify=false", source, "oci:" + layout + ":1");
            for (Layer layer : image.layers()) {
                Path blob = layout.resolve("blobs/" + layer.blob().digest().replace(':', '/'));
                assertEquals(layer.blob().digest(), Blob.of(blob).digest());
            }
            Run inspected = skopeo("inspect", "--tls-verify=false", source);
            assertTrue(inspected.output().contains(image.digest()), inspected.output());
            assertTrue(inspected.output().contains("\"made-by\": \"testkit\""), inspected.output());
        }
    }

    @Test
    void copiesIntoIt() throws Exception {
        TestImage image = twoLayers(Format.OCI);
        TestImage other = TestImage.builder()
                .platform(Platform.ARM64)
                .layer(Layer.file("a", "arm"))
                .build();
        TestIndex index = TestIndex.of(image, other);
        try (TestRegistry from = TestRegistry.start();
                TestRegistry to = TestRegistry.start()) {
            from.push("a/b", "1", index);
            succeed(
                    "copy",
                    "--all",
                    "--src-tls-verify=false",
                    "--dest-tls-verify=false",
                    "docker://" + from.host() + "/a/b:1",
                    "docker://" + to.host() + "/c/d:2");
            assertEquals(index.digest(), to.manifest("c/d", "2").orElseThrow().digest());
            for (Blob blob : index.blobs()) {
                assertTrue(to.hasBlob("c/d", blob.digest()));
            }
        }
    }

    @Test
    void asksTheTokenServer() throws Exception {
        TokenIssuer issuer = TokenIssuer.builder().user("ann", "secret").build();
        try (TokenServer tokens = TokenServer.start(issuer);
                TestRegistry registry =
                        TestRegistry.builder().access(tokens.access()).start()) {
            registry.push("a", "1", TestImage.of("x"));
            String source = "docker://" + registry.host() + "/a:1";
            assertNotEquals(0, skopeo("inspect", "--tls-verify=false", source).exit());
            succeed("inspect", "--tls-verify=false", "--creds", "ann:secret", source);
            assertTrue(registry.log().all().stream()
                    .flatMap(request -> request.authorization().stream())
                    .allMatch(value -> value.startsWith("Bearer ")));
            assertTrue(tokens.log().matching(request -> request.kind() == Route.Kind.TOKEN).stream()
                    .anyMatch(request -> request.authorization()
                            .filter(Access.basicAuthorization("ann", "secret")::equals)
                            .isPresent()));
        }
    }

    @Test
    void trustsTheCertificate() throws Exception {
        Path certs = Files.createDirectory(folder.resolve("certs"));
        TestCertificates certificates = TestCertificates.create(certs);
        Path trusted = Files.createDirectory(folder.resolve("trusted"));
        Files.copy(certificates.authority(), trusted.resolve("ca.crt"));
        try (TestRegistry registry = TestRegistry.builder()
                .hostname("localhost")
                .tls(certificates.server())
                .start()) {
            registry.push("a", "1", TestImage.of("x"));
            String source = "docker://" + registry.host() + "/a:1";
            assertNotEquals(0, skopeo("inspect", source).exit());
            assertTrue(registry.log().isEmpty());
            succeed("inspect", "--cert-dir", trusted.toString(), source);
        }
    }

    @Test
    void noticesCorruption() throws Exception {
        try (TestRegistry registry = TestRegistry.start()) {
            TestImage image = TestImage.of("x");
            registry.push("a", "1", image);
            registry.inject(
                    RequestMatcher.blobs()
                            .reference(image.layers().getFirst().blob().digest()),
                    Faults.corrupt(20));
            Run run = skopeo(
                    "copy",
                    "--src-tls-verify=false",
                    "docker://" + registry.host() + "/a:1",
                    "oci:" + folder.resolve("corrupt") + ":1");
            assertNotEquals(0, run.exit());
            assertTrue(run.output().contains("Digest did not match"), run.output());
        }
    }
}
