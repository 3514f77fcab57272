package dev.truename.pull.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.truename.names.reference.Printable;
import dev.truename.pull.failure.PullException;
import java.util.List;

class SignatureFuzzTest {
    /// Any bytes are a message with a content within its bound, or are rejected in one plain line.
    @FuzzTest(maxDuration = "10s")
    void message(byte[] bytes) {
        try {
            SignedMessage message = SignedMessage.parse(bytes);
            assertTrue(message.content().length <= 256 << 10);
        } catch (RejectedSignatureException rejected) {
            assertPlain(rejected.getMessage());
        }
    }

    /// Any bytes are a claim, or are rejected in one plain line.
    @FuzzTest(maxDuration = "10s")
    void claim(byte[] bytes) {
        try {
            SignatureClaim claim = SignatureClaim.parse(bytes);
            assertEquals(claim, SignatureClaim.parse(bytes));
        } catch (RejectedSignatureException rejected) {
            assertPlain(rejected.getMessage());
        }
    }

    /// Any bytes are keys, few or none, whether armored or not.
    @FuzzTest(maxDuration = "10s")
    void keys(byte[] bytes) {
        TrustedKeys.read(List.of(bytes)).having(0);
        String armored = "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n" + new String(bytes, US_ASCII)
                + "\n-----END PGP PUBLIC KEY BLOCK-----\n";
        TrustedKeys.read(List.of(armored.getBytes(US_ASCII))).having(0);
    }

    /// Any bytes are a message, a signature of the other kind, or refused.
    @FuzzTest(maxDuration = "10s")
    void blob(byte[] bytes) {
        try {
            SignatureBlob.message(bytes, "place").ifPresent(message -> assertTrue(message.length <= bytes.length));
        } catch (PullException refused) {
            assertPlain(refused.failure().detail());
        }
    }

    private static void assertPlain(String message) {
        assertTrue(message.codePoints().allMatch(Printable::isPrintable), message);
    }
}
