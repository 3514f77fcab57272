package dev.truename.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.testkit.content.Blob;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.Platform;
import dev.truename.testkit.content.TarEntry;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.content.TestIndex;
import dev.truename.testkit.http.MemorySink;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestRegistryTest {
    private static final String REPOSITORY = "library/redis";

    @Test
    void servesAnIndexAndAllBelowIt() throws Exception {
        TestImage amd64 = TestImage.of("amd64");
        TestImage arm64 = TestImage.builder()
                .platform(Platform.ARM64)
                .layer(Layer.file("a", "arm64"))
                .build();
        try (TestRegistry registry = TestRegistry.start();
                Http http = new Http(registry)) {
            String digest = registry.push(REPOSITORY, "7", TestIndex.of(amd64, arm64));
            HttpResponse<byte[]> index = http.get("/v2/library/redis/manifests/7");
            assertEquals(200, index.statusCode());
            assertEquals(
                    digest, index.headers().firstValue("Docker-Content-Digest").orElseThrow());
            assertEquals(digest, Blob.of(index.body()).digest());
            for (TestImage image : new TestImage[] {amd64, arm64}) {
                assertEquals(
                        200,
                        http.get("/v2/library/redis/manifests/" + image.digest())
                                .statusCode());
                for (Blob blob : image.blobs()) {
                    byte[] body =
                            http.get("/v2/library/redis/blobs/" + blob.digest()).body();
                    assertEquals(blob.digest(), Blob.of(body).digest());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/, 200, {}",
        "/v2/nobody/x/manifests/1, 404, NAME_UNKNOWN",
        "/v2/library/redis/manifests/8, 404, MANIFEST_UNKNOWN",
        "/v2/library/redis/blobs/sha256:00, 404, BLOB_UNKNOWN",
        "/v2/library/redis/blobs/sha256%3A00, 404, BLOB_UNKNOWN",
        "/v2/library/redis/tags/list, 200, \"tags\":[\"7\"]",
        "/v2/nobody/tags/list, 404, NAME_UNKNOWN",
        "/elsewhere, 404, 404 page not found"
    })
    void answersAsTheSpecificationSays(String path, int status, String text) throws Exception {
        try (TestRegistry registry = TestRegistry.start();
                Http http = new Http(registry)) {
            registry.push(REPOSITORY, "7", TestImage.of("x"));
            HttpResponse<byte[]> response = http.get(path);
            assertEquals(status, response.statusCode());
            String body = new String(response.body(), StandardCharsets.UTF_8);
            assertTrue(body.contains(text), body);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=2-4, 206, 234, bytes 2-4/10",
        "bytes=7-, 206, 789, bytes 7-9/10",
        "bytes=-3, 206, 789, bytes 7-9/10",
        "bytes=0-99, 206, 0123456789, bytes 0-9/10",
        "bytes=10-, 416, '', bytes */10",
        "bytes=-0, 416, '', bytes */10",
        "bytes=4-2, 416, '', bytes */10",
        "bytes=x-2, 200, 0123456789, ''",
        "'bytes=0-1,3-4', 200, 0123456789, ''",
        "lines=0-1, 200, 0123456789, ''"
    })
    void servesRangesOfBlobs(String range, int status, String body, String contentRange) throws Exception {
        try (TestRegistry registry = TestRegistry.start();
                Http http = new Http(registry)) {
            Blob blob = Blob.of("0123456789");
            registry.putBlob(REPOSITORY, blob.digest(), blob);
            HttpResponse<byte[]> response = http.get("/v2/library/redis/blobs/" + blob.digest(), "Range", range);
            assertEquals(status, response.statusCode());
            assertEquals(body, new String(response.body(), StandardCharsets.UTF_8));
            assertEquals(
                    contentRange, response.headers().firstValue("Content-Range").orElse(""));
        }
    }

    @Test
    void servesLayersFromFiles(@TempDir Path folder) throws Exception {
        Layer layer = Layer.random(folder.resolve("layer"), 42, 30_000_000);
        try (TestRegistry registry = TestRegistry.start();
                Http http = new Http(registry)) {
            registry.push(REPOSITORY, "7", TestImage.builder().layer(layer).build());
            String path = "/v2/library/redis/blobs/" + layer.blob().digest();
            assertArrayEquals(
                    MemorySink.read(layer.blob().body()), http.get(path).body());
            assertEquals(1000, http.get(path, "Range", "bytes=1000000-1000999").body().length);
        }
    }

    @Test
    void equalSeedsMakeEqualLayers(@TempDir Path folder) throws Exception {
        Layer first = Layer.random(folder.resolve("1"), 7, 100_000);
        Layer second = Layer.random(folder.resolve("2"), 7, 100_000);
        Layer other = Layer.random(folder.resolve("3"), 8, 100_000);
        assertEquals(first.blob().digest(), second.blob().digest());
        assertTrue(!first.blob().digest().equals(other.blob().digest()));
        assertTrue(first.blob().size() > 100_000 && first.blob().size() < 110_000);
        assertEquals(
                first.diffId(), Layer.of(TarEntry.random("data/7", 7, 100_000)).diffId());
    }

    @Test
    void takesWhatIsPushedWholeOrInPieces() throws Exception {
        Blob blob = Blob.of("0123456789");
        try (TestRegistry registry = TestRegistry.start();
                Http http = new Http(registry)) {
            assertEquals(201, http.send("POST", "/v2/a/blobs/uploads/?digest=" + blob.digest(), "0123456789"));
            assertEquals(202, http.send("POST", "/v2/b/blobs/uploads/", ""));
            assertEquals(202, http.send("PATCH", "/v2/b/blobs/uploads/2", "01234"));
            assertEquals(202, http.send("PATCH", "/v2/b/blobs/uploads/2", "56789"));
            assertEquals(201, http.send("PUT", "/v2/b/blobs/uploads/2?digest=" + blob.digest(), ""));
            assertEquals(201, http.send("POST", "/v2/c/blobs/uploads/?from=a&mount=" + blob.digest(), ""));
            assertEquals(202, http.send("POST", "/v2/d/blobs/uploads/", ""));
            assertEquals(400, http.send("PUT", "/v2/d/blobs/uploads/3?digest=" + blob.digest(), "else"));
            assertEquals(404, http.send("PUT", "/v2/d/blobs/uploads/99?digest=" + blob.digest(), ""));
            for (String repository : new String[] {"a", "b", "c"}) {
                assertEquals(
                        "0123456789",
                        new String(
                                http.get("/v2/" + repository + "/blobs/" + blob.digest())
                                        .body(),
                                StandardCharsets.UTF_8));
            }
        }
    }
}
