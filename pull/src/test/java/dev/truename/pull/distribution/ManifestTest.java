package dev.truename.pull.distribution;

import static dev.truename.pull.distribution.RegistryFixture.failure;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Tag;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.RawManifest;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.Digests;
import dev.truename.testkit.content.Manifest;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    private static final Tag TAG = new Tag("1");

    private final TestRegistry registry = TestRegistry.start();
    private final RegistryFixture fixture = new RegistryFixture();
    private final RemoteRepository remote = fixture.anonymous(registry, "team/app");
    private final TestImage image = TestImage.of("hello");
    private final String pushed = registry.push("team/app", "1", image);

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void aTagGivesTheExactBytesWithTheirDigestAndMediaType() throws Exception {
        RawManifest manifest = remote.manifest(TAG);

        assertEquals(Digest.parse(pushed), manifest.digest());
        assertEquals(Digests.sha256(manifest.bytes()), pushed);
        assertEquals(image.manifest().mediaType(), manifest.mediaType());
    }

    @Test
    void aDigestGivesTheSame() throws Exception {
        assertArrayEquals(
                remote.manifest(TAG).bytes(),
                remote.manifest(Digest.parse(pushed)).bytes());
    }

    @Test
    void aSha512DigestIsCheckedBySha512() throws Exception {
        Manifest manifest = Manifest.of("application/vnd.oci.image.manifest.v1+json", "{}");
        String sha512 = Digests.sha512("{}".getBytes(StandardCharsets.UTF_8));
        registry.putManifest("team/app", sha512, manifest);

        assertEquals(sha512, remote.manifest(Digest.parse(sha512)).digest().toString());
    }

    @Test
    void aHeadTellsTheDescriptorWithoutTheBody() throws Exception {
        Descriptor head = remote.head(TAG);

        assertEquals(Digest.parse(pushed), head.digest());
        assertEquals(image.manifest().size(), head.size());
        assertEquals(List.of("HEAD"), methods());
    }

    @Test
    void aHeadWithoutADigestIsFollowedByAGet() throws Exception {
        registry.inject(RequestMatcher.any().method("HEAD"), Faults.withoutHeader("Docker-Content-Digest"));

        assertEquals(Digest.parse(pushed), remote.head(TAG).digest());
        assertEquals(List.of("HEAD", "GET"), methods());
    }

    /// As a server of web pages does, whatever it is asked for.
    @ParameterizedTest
    @CsvSource({"text/html, <html>hello</html>", "text/html, ''", "application/json, {}", "'', []"})
    void aPageIsNoImage(String type, String body) {
        Response page = Response.of(200, type, body)
                .with("Docker-Content-Digest", Digests.sha256(body.getBytes(StandardCharsets.UTF_8)));
        registry.inject(RequestMatcher.manifests(), Faults.respond(page));

        failure(PullFailure.Malformed.class, () -> remote.head(TAG));
        assertEquals(List.of("HEAD", "GET"), methods());
    }

    private List<String> methods() {
        // the TLS attempt that an insecure source starts with is no request
        return registry.log().all().stream()
                .filter(request -> request.path().startsWith("/v2/"))
                .map(request -> request.method())
                .toList();
    }

    @Test
    void otherBytesThanTheDigestSaysAreAMismatch() {
        registry.inject(RequestMatcher.manifests(), Faults.corrupt(3));

        failure(PullFailure.Mismatch.class, () -> remote.manifest(Digest.parse(pushed)));
        failure(PullFailure.Mismatch.class, () -> remote.manifest(TAG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha256:0000000000000000000000000000000000000000000000000000000000000000",
                "sha256:../../etc/passwd",
                "md5:00000000000000000000000000000000",
                ""
            })
    void aDigestHeaderThatSaysOtherwiseIsAMismatch(String told) {
        registry.inject(RequestMatcher.manifests(), Faults.digestHeader(told));

        failure(PullFailure.Mismatch.class, () -> remote.manifest(TAG));
    }

    @Test
    void theBodyIsDigestedEvenIfTheHeaderSaysWhatWasAskedFor() {
        String asked = "sha256:" + "0".repeat(64);
        registry.putManifest("team/app", asked, image.manifest());
        registry.inject(RequestMatcher.manifests(), Faults.digestHeader(asked));

        failure(PullFailure.Mismatch.class, () -> remote.manifest(Digest.parse(asked)));
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.oci.image.manifest.v1+json; charset=utf-8, application/vnd.oci.image.manifest.v1+json",
        "Application/VND.oci.image.index.v1+JSON, application/vnd.oci.image.index.v1+json",
    })
    void theMediaTypeHasNoParameters(String header, String mediaType) throws Exception {
        registry.inject(RequestMatcher.manifests(), Faults.header("Content-Type", header));

        assertEquals(mediaType, remote.manifest(TAG).mediaType());
    }

    @Test
    void aMissingMediaTypeIsEmpty() throws Exception {
        registry.inject(RequestMatcher.manifests(), Faults.withoutHeader("Content-Type"));

        assertEquals("", remote.manifest(TAG).mediaType());
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1+json", "v1+prettyjws"})
    void schemaOneIsRefused(String version) {
        registry.inject(
                RequestMatcher.manifests(),
                Faults.header("Content-Type", "application/vnd.docker.distribution.manifest." + version));

        assertTrue(failure(PullFailure.Unsupported.class, () -> remote.manifest(TAG))
                .detail()
                .contains("schema 1"));
    }

    @Test
    void fourMebibytesAreTakenAndOneByteMoreIsNot() throws Exception {
        byte[] most = new byte[4 << 20];
        registry.push("team/app", "most", Manifest.of("application/vnd.oci.image.manifest.v1+json", most));
        registry.push(
                "team/app",
                "more",
                Manifest.of("application/vnd.oci.image.manifest.v1+json", new byte[most.length + 1]));

        assertArrayEquals(most, remote.manifest(new Tag("most")).bytes());
        failure(PullFailure.TooLarge.class, () -> remote.manifest(new Tag("more")));
    }

    @Test
    void anEndlessManifestIsCutOff() {
        registry.inject(RequestMatcher.manifests(), Faults.endless());

        failure(PullFailure.TooLarge.class, () -> remote.manifest(TAG));
    }

    @ParameterizedTest
    @CsvSource({"team/app, 2", "team/other, 1"})
    void whatTheRegistryDoesNotHaveIsNotFound(String path, String tag) {
        RemoteRepository other = fixture.anonymous(registry, path);

        failure(PullFailure.NotFound.class, () -> other.manifest(new Tag(tag)));
        failure(PullFailure.NotFound.class, () -> other.head(new Tag(tag)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\"}]}              | NotFound",
                "application/json | {\"errors\":[{\"code\":\"NOT_FOUND\",\"message\":\"x\"}]}   | NotFound",
                "application/json | {\"errors\":[{\"code\":\"UNKNOWN\",\"message\":\"Not Found\"}]} | NotFound",
                "text/plain       | {\"errors\":[{\"code\":\"NAME_UNKNOWN\"}]}                  | NotFound",
                "application/json | {\"errors\":[]}                                             | NotFound",
                "application/json | {\"errors\":[{\"code\":\"DENIED\"}]}                        | Malformed",
                "application/json | {\"errors\":[{\"code\":\"NAME_UNKNOWN\"},{\"code\":\"DENIED\"}]} | Malformed",
                "application/json | {\"message\":\"no route\"}                                  | Malformed",
                "text/html        | <html>404</html>                                            | Malformed",
                "text/plain       | ''                                                          | Malformed",
            })
    void aNotFoundCountsOnlyIfARegistrySaysIt(String type, String body, String kind) {
        registry.inject(RequestMatcher.manifests(), Faults.respond(Response.of(404, type, body)));

        PullFailure failure = anyFailure();
        assertEquals(kind, failure.getClass().getSimpleName(), failure.detail());
    }

    private PullFailure anyFailure() {
        return assertThrows(PullException.class, () -> remote.manifest(TAG)).failure();
    }

    @Test
    void anEmptyNotFoundWithTheRegistrysMarkIsNotFound() {
        registry.inject(
                RequestMatcher.manifests(),
                Faults.respond(Response.of(404).with("Docker-Distribution-Api-Version", "registry/2.0")));

        failure(PullFailure.NotFound.class, () -> remote.manifest(TAG));
    }

    @ParameterizedTest
    @CsvSource({"401, Unauthorized", "403, Unauthorized", "400, Malformed", "405, Malformed", "418, Malformed"})
    void otherAnswersHaveTheirFailures(int status, String kind) {
        registry.inject(RequestMatcher.manifests(), Faults.status(status));

        assertEquals(kind, anyFailure().getClass().getSimpleName());
    }

    @Test
    void whatARegistryWritesIsEscaped() {
        Response response = Response.json(
                404, "{\"errors\":[{\"code\":\"NAME_UNKNOWN\",\"message\":\"\\u001b[31mred\\nline\\u202e\"}]}");
        registry.inject(RequestMatcher.manifests(), Faults.respond(response));

        String detail =
                failure(PullFailure.NotFound.class, () -> remote.manifest(TAG)).detail();
        assertTrue(detail.contains("\\u{1b}[31mred\\u{a}line\\u{202e}"), detail);
        assertTrue(detail.chars().noneMatch(Character::isISOControl));
    }
}
