package dev.truename.pull.signature;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.truename.names.reference.Printable;
import dev.truename.pull.failure.PullException;

class SignatureBlobFuzzTest {
    /// Any bytes are a message, a signature of the other kind, or refused.
    @FuzzTest(maxDuration = "10s")
    void blob(byte[] bytes) {
        try {
            SignatureBlob.message(bytes, "place").ifPresent(message -> assertTrue(message.length <= bytes.length));
        } catch (PullException refused) {
            String told = refused.failure().detail();
            assertTrue(told.codePoints().allMatch(Printable::isPrintable), told);
        }
    }
}
