package dev.truename.pull.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.testkit.content.TestImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An index that cannot be read stops everything that needs it, and is left as it is.
class IndexFileTest {
    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"schemaVersion\":2}",
                "{\"schemaVersion\":2,\"manifests\":[",
                "{\"manifests\":{}}",
                "{\"manifests\":[7]}",
                "{\"manifests\":[{}]}",
                "{\"manifests\":[],\"manifests\":[]}",
                "{\"manifests\":[{\"mediaType\":\"x/y\",\"digest\":\"sha256:../../../etc/passwd\",\"size\":1}]}",
                "{\"manifests\":[]}x"
            })
    void isRefusedEverywhere(String text) throws IOException {
        Files.writeString(root.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        Path index = Files.writeString(root.resolve("index.json"), text);
        ImageStore store = ImageStore.open(root, StoreSettings.DURABLE);
        refused(store::images, index);
        refused(() -> store.find("a.example/a:1"), index);
        refused(() -> store.remove("a.example/a:1"), index);
        refused(() -> store.prune(false), index);
        refused(() -> Stored.named(store, "a.example/a:1", TestImage.of("x")), index);
        assertEquals(text, Files.readString(index));
    }

    private static void refused(Executable action, Path index) {
        PullException refused = assertThrows(PullException.class, action);
        assertInstanceOf(PullFailure.Storage.class, refused.failure());
        assertEquals(index.toString(), refused.failure().source());
    }
}
