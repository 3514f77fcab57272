package dev.truename.pull.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.Digest;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformChoiceTest {
    private static final Digest DIGEST = Digest.parse("sha256:" + "0".repeat(64));

    private static Descriptor entry(int number, Optional<Platform> platform) {
        Digest digest = Digest.parse("sha256:" + Integer.toHexString(number).repeat(64));
        return new Descriptor(MediaTypes.OCI_MANIFEST, digest, 1, platform, Map.of(), List.of());
    }

    private static Manifest.Index index(List<Descriptor> entries) {
        return new Manifest.Index(new RawManifest(MediaTypes.OCI_INDEX, new byte[0], DIGEST), entries, Map.of());
    }

    private static Manifest.Index index(String platforms) {
        List<Descriptor> entries = new ArrayList<>();
        for (String platform : platforms.strip().split(" +")) {
            entries.add(entry(entries.size(), Optional.of(Platform.parse(platform))));
        }
        return index(entries);
    }

    private static PullFailure refused(Manifest.Index index, String wanted) {
        return assertThrows(PullException.class, () -> PlatformChoice.choose(index, Platform.parse(wanted), "here"))
                .failure();
    }

    @ParameterizedTest(name = "{0} of {1} is number {2}")
    @CsvSource({
        "linux/amd64, linux/arm64 linux/amd64, 1",
        "linux/amd64, windows/amd64 linux/amd64, 1",
        "linux/amd64, linux/amd64 linux/amd64, 0",
        "linux/amd64, linux/amd64/v1, 0",
        "linux/amd64, linux/amd64/v2 linux/amd64, 1",
        "linux/amd64/v3, linux/amd64 linux/amd64/v2 linux/amd64/v4, 1",
        "linux/amd64/v3, linux/amd64, 0",
        "linux/amd64/v1, linux/amd64, 0",
        "linux/arm64, linux/arm64/v8, 0",
        "linux/arm64/v8, linux/arm64, 0",
        "linux/arm64, linux/arm64/8, 0",
        "linux/arm64/v9, linux/arm64, 0",
        "linux/arm64/v9, linux/arm64 linux/arm64/v9, 1",
        "linux/arm/v7, linux/arm/v5 linux/arm/v6 linux/arm/v7, 2",
        "linux/arm/v7, linux/arm/v5 linux/arm/v6, 1",
        "linux/arm/v6, linux/arm/v5 linux/arm/v6 linux/arm/v7, 1",
        "linux/arm, linux/arm/v6 linux/arm/v7, 1",
        "linux/arm/v7, linux/arm, 0",
        "linux/arm/v8, linux/arm/v7, 0",
        "linux/386, linux/amd64 linux/386, 1",
        "linux/riscv64, linux/riscv64, 0",
        "linux/ppc64le, linux/ppc64le/power9 linux/ppc64le, 1"
    })
    void theBestThatRunsIsChosen(String wanted, String platforms, int expected) throws PullException {
        Manifest.Index index = index(platforms);
        Descriptor chosen = PlatformChoice.choose(index, Platform.parse(wanted), "here");
        assertEquals(expected, index.manifests().indexOf(chosen));
        assertTrue(PlatformChoice.fits(chosen.platform().orElseThrow(), Platform.parse(wanted)));
    }

    @ParameterizedTest(name = "{0} is not in {1}")
    @CsvSource({
        "linux/amd64, linux/arm64",
        "linux/amd64, windows/amd64",
        "linux/amd64, linux/amd64/v2",
        "linux/amd64, linux/386",
        "linux/arm64, linux/arm64/v9",
        "linux/arm64, linux/arm/v8",
        "linux/arm/v6, linux/arm/v7",
        "linux/arm/v6, linux/arm",
        "unknown/unknown, unknown/unknown",
        "linux/s390x, linux/amd64 unknown/unknown"
    })
    void whatDoesNotRunIsNotChosen(String wanted, String platforms) {
        assertInstanceOf(PullFailure.Unsupported.class, refused(index(platforms), wanted));
    }

    @Test
    void theFailureNamesWhatThereIs() {
        PullFailure failure = refused(index("linux/amd64 linux/arm/v7 unknown/unknown"), "linux/s390x");
        assertEquals("here", failure.source());
        assertEquals("there is no image for linux/s390x; there are: linux/amd64, linux/arm/v7", failure.detail());
    }

    @Test
    void anAttestationIsNeverChosen() {
        Descriptor attestation = new Descriptor(
                MediaTypes.OCI_MANIFEST,
                DIGEST,
                1,
                Optional.of(Platform.parse("linux/amd64")),
                Map.of("vnd.docker.reference.type", "attestation-manifest"),
                List.of());
        assertInstanceOf(PullFailure.Unsupported.class, refused(index(List.of(attestation)), "linux/amd64"));
    }

    @Test
    void whatIsNoManifestIsNeverChosen() {
        Descriptor blob = new Descriptor(
                "application/vnd.example", DIGEST, 1, Optional.of(Platform.parse("linux/amd64")), Map.of(), List.of());
        assertInstanceOf(PullFailure.Unsupported.class, refused(index(List.of(blob)), "linux/amd64"));
    }

    @Test
    void theOneImageThatDoesNotTellItsPlatformIsTaken() throws PullException {
        Descriptor one = entry(1, Optional.empty());
        Descriptor attestation = entry(2, Optional.of(Platform.parse("unknown/unknown")));
        assertEquals(
                one, PlatformChoice.choose(index(List.of(attestation, one)), Platform.parse("linux/arm64"), "here"));
        Manifest.Index two = index(List.of(one, entry(3, Optional.empty())));
        assertInstanceOf(PullFailure.Unsupported.class, refused(two, "linux/arm64"));
    }

    @Test
    void anEmptyIndexHasNone() {
        assertEquals(
                "there is no image for linux/amd64; there are: none",
                refused(index(List.of()), "linux/amd64").detail());
    }
}
