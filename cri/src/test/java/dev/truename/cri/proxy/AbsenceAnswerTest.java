package dev.truename.cri.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.truename.names.reference.Qualified;
import io.grpc.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// containerd's words were taken from runs of 1.6 against a registry that failed so, CRI-O's from runs of 1.26 and,
/// where
/// they tell of artifacts, from its library.
class AbsenceAnswerTest {
    private static final String DIGEST = "sha256:" + "1".repeat(64);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # containerd
            true  | NOT_FOUND | r.io/a/b:1 | failed to pull and unpack image "r.io/a/b:1": failed to resolve reference "r.io/a/b:1": r.io/a/b:1: not found
            true  | NOT_FOUND | r.io/a/b:1 | failed to pull and unpack image "r.io/a/b:1": failed to resolve image: r.io/a/b:1: not found
            true  | NOT_FOUND | r.io/a/b@D | failed to pull and unpack image "r.io/a/b@D": failed to resolve reference "r.io/a/b@D": r.io/a/b@D: not found
            true  | NOT_FOUND | r.io/a/b:1@D | failed to pull and unpack image "r.io/a/b@D": failed to resolve reference "r.io/a/b@D": r.io/a/b@D: not found
            false | NOT_FOUND | r.io/a/b:1 | failed to pull and unpack image "r.io/a/b:1": failed to copy: httpReadSeeker: failed open: could not fetch content descriptor D (application/vnd.oci.image.layer.v1.tar+gzip) from remote: not found
            false | NOT_FOUND | r.io/a/b:1 | failed to pull and unpack image "r.io/a/b:1": failed to copy: httpReadSeeker: failed open: content at https://r.io/v2/a/b/manifests/D not found: not found
            false | NOT_FOUND | r.io/a/b:1 | failed to pull and unpack image "r.io/a/b:1": failed to unpack image on snapshotter native: unexpected media type text/html for D: not found
            false | NOT_FOUND | r.io/a/b:1 | failed to pull and unpack image "r.io/a/b:1": failed to prepare extraction snapshot "extract-1 D": parent snapshot D does not exist: not found
            false | NOT_FOUND | r.io/a/b:1 | failed to get image "r.io/a/b:1" from containerd image store: image "r.io/a/b:1": not found
            false | NOT_FOUND | r.io/a/b:1 | other.io/a/b:1: not found
            false | UNKNOWN   | r.io/a/b:1 | failed to pull and unpack image "r.io/a/b:1": failed to resolve reference "r.io/a/b:1": r.io/a/b:1: not found
            false | UNKNOWN   | r.io/a/b:1 | failed to pull and unpack image "r.io/a/b:1": failed to resolve reference "r.io/a/b:1": pulling from host r.io failed with status code [manifests 1]: 401 Client Error
            # CRI-O
            true  | UNKNOWN   | r.io/a/b:1 | initializing source docker://r.io/a/b:1: reading manifest 1 in r.io/a/b: manifest unknown
            true  | UNKNOWN   | r.io/a/b:1 | Error reading manifest 1 in r.io/a/b: manifest unknown: manifest unknown
            true  | UNKNOWN   | r.io/a/b:1 | reading manifest 1 in r.io/a/b: name unknown: repository name not known to registry
            true  | UNKNOWN   | r.io/a/b@D | reading manifest D in r.io/a/b: manifest unknown
            true  | UNKNOWN   | r.io/a/b:1 | unable to pull image or OCI artifact: pull image err: initializing source docker://r.io/a/b:1: reading manifest 1 in r.io/a/b: manifest unknown; artifact err: get manifest: reading manifest 1 in r.io/a/b: manifest unknown
            true  | UNKNOWN   | r.io/a/b:1 | initializing source docker://r.io/a/b:1: (Mirrors also failed: [m.io/a/b:1: pinging container registry m.io: connection refused]): r.io/a/b:1: reading manifest 1 in r.io/a/b: manifest unknown
            false | UNKNOWN   | r.io/a/b:1 | initializing source docker://r.io/a/b:1: (Mirrors also failed: [m.io/a/b:1: reading manifest 1 in m.io/a/b: manifest unknown]): r.io/a/b:1: pinging container registry r.io: connection refused
            false | UNKNOWN   | r.io/a/b:1 | initializing source docker://r.io/a/b:1: (Mirrors also failed: [m.io/a/b:1: reading manifest 1 in r.io/a/b: manifest unknown]): r.io/a/b:1: pinging container registry r.io: connection refused
            true  | UNKNOWN   | r.io/a/b:1 | (Mirrors also failed: [m.io/a/b:1: reading manifest 1 in m.io/a/b: manifest unknown]): r.io/a/b:1: reading manifest 1 in r.io/a/b: manifest unknown
            false | UNKNOWN   | r.io/a/b:1 | reading manifest 1 in r.io/a/b: manifest unknown: OCI manifest found, but accept header does not support OCI manifests
            false | UNKNOWN   | r.io/a/b:1 | reading manifest 1 in r.io/a/b: StatusCode: 404, 404 page not found
            false | UNKNOWN   | r.io/a/b:1 | reading manifest 1 in r.io/a/b: authentication required
            false | UNKNOWN   | r.io/a/b:1 | reading manifest 1 in r.io/a/b: denied
            false | UNKNOWN   | r.io/a/b:1 | pinging container registry r.io: Get "https://r.io/v2/": dial tcp: lookup r.io: no such host
            false | UNKNOWN   | r.io/a/b:1 | invalid character '<' looking for beginning of value
            false | UNKNOWN   | r.io/a/b:1 | reading manifest 1 in r.io/a/b: unauthorized: access to the requested resource is not authorized
            false | UNKNOWN   | r.io/a/b:1 | reading manifest 1 in r.io/a/b: toomanyrequests: You have reached your pull rate limit
            false | UNKNOWN   | r.io/a/b:1 | reading manifest 1 in other.io/a/b: manifest unknown
            false | UNKNOWN   | r.io/a/b:1 | reading manifest 2 in r.io/a/b: manifest unknown
            false | UNAVAILABLE | r.io/a/b:1 | reading manifest 1 in r.io/a/b: manifest unknown
            false | UNKNOWN   | r.io/a/b:1 |
            """)
    void onlyTheRegistrysOwnWordCounts(boolean absent, Status.Code code, String asked, String words) {
        Status status = words == null ? code.toStatus() : code.toStatus().withDescription(words.replace("D", DIGEST));
        assertEquals(absent, AbsenceAnswer.isIn(status, Qualified.parse(asked.replace("D", DIGEST))));
    }
}
