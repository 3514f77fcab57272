package dev.truename.pull.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.testkit.content.TestImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be in the folder already.
class LayoutTest {
    private static final String LAYOUT = "{\"imageLayoutVersion\":\"1.0.0\"}";
    private static final TestImage IMAGE = TestImage.of("x");

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void setRoot() {
        root = folder.resolve("store");
    }

    private ImageStore open() throws PullException {
        return ImageStore.open(root, StoreSettings.DURABLE);
    }

    private PullFailure refused() {
        PullException refused = assertThrows(PullException.class, this::open);
        return assertInstanceOf(PullFailure.Storage.class, refused.failure());
    }

    @Test
    void anEmptyFolderBecomesAStore() throws IOException {
        Files.createDirectories(root);
        Stored.named(open(), "a.example/a:1", IMAGE);
        assertEquals(1, open().images().size());
    }

    @Test
    void aFolderOfSomethingElseIsRefusedAndLeftAlone() throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("letter.txt"), "Dear all");
        assertEquals(root.toString(), refused().source());
        assertEquals(List.of("letter.txt"), List.of(root.toFile().list()));
    }

    @Test
    void aFileIsRefused() throws IOException {
        Files.writeString(root, "Dear all");
        assertEquals(root.toString(), refused().source());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "x", "{\"imageLayoutVersion\":\"2.0.0\"}", "{\"imageLayoutVersion\":1}"})
    void anotherMarkerIsRefused(String marker) throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("oci-layout"), marker);
        assertEquals(root.resolve("oci-layout").toString(), refused().source());
    }

    @ParameterizedTest(name = "killed after {0}")
    @CsvSource({"1", "2", "3", "4", "5"})
    void whatAKilledProcessBeganToCreateIsFinished(int steps) throws IOException {
        List<String> folders = List.of(".truename", ".truename/staging", "blobs", "blobs/sha256");
        for (String begun : folders.subList(0, Math.min(steps, 4))) {
            Files.createDirectories(root.resolve(begun));
        }
        if (steps == 5) {
            Files.writeString(root.resolve("index.json"), "{\"schemaVersion\":2,\"manifests\":[]}");
        }
        assertEquals(List.of(), open().images());
        Stored.named(open(), "a.example/a:1", IMAGE);
        assertEquals(1, open().images().size());
    }

    @Test
    void theLayoutOfAnotherToolIsTaken() throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("oci-layout"), LAYOUT);
        Files.writeString(root.resolve("index.json"), "{\"schemaVersion\":2,\"manifests\":null}");
        assertEquals(List.of(), open().images());
        assertFalse(Files.exists(root.resolve(".truename")));
        Stored.named(open(), "a.example/a:1", IMAGE);
        assertEquals(1, open().images().size());
        assertTrue(open().verify().isEmpty());
    }
}
