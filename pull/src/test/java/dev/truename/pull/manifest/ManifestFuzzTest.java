package dev.truename.pull.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Printable;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import java.util.List;

class ManifestFuzzTest {
    private static final Digest DIGEST = Digest.parse("sha256:" + "0".repeat(64));
    private static final List<String> SERVED = List.of(
            "", MediaTypes.OCI_MANIFEST, MediaTypes.OCI_INDEX, MediaTypes.DOCKER_MANIFEST, MediaTypes.DOCKER_LIST);

    /// Any bytes are a manifest that is read again as the same, or are refused with a failure of one plain line.
    @FuzzTest(maxDuration = "10s")
    void manifest(FuzzedDataProvider data) {
        String served = data.pickValue(SERVED);
        byte[] bytes = data.consumeRemainingAsBytes();
        Manifest manifest;
        try {
            manifest = ManifestParser.parse(new RawManifest(served, bytes, DIGEST), "here");
        } catch (PullException refused) {
            requirePlain(refused.failure());
            return;
        }
        requireConsistent(manifest);
    }

    private static void requirePlain(PullFailure failure) {
        assertTrue(failure.detail().codePoints().allMatch(Printable::isPrintable), failure.detail());
        assertTrue(
                failure instanceof PullFailure.Malformed || failure instanceof PullFailure.Unsupported,
                failure.toString());
    }

    private static void requireConsistent(Manifest manifest) {
        try {
            Manifest again = ManifestParser.parse(manifest.raw(), "here");
            switch (manifest) {
                case Manifest.Image image -> assertEquals(image.layers(), ((Manifest.Image) again).layers());
                case Manifest.Index index -> assertEquals(index.manifests(), ((Manifest.Index) again).manifests());
            }
        } catch (PullException e) {
            throw new AssertionError("what was read is refused", e);
        }
    }
}
