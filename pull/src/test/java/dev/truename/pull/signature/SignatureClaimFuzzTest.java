package dev.truename.pull.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.truename.names.reference.Printable;

class SignatureClaimFuzzTest {
    /// Any bytes are a claim, or are rejected in one plain line.
    @FuzzTest(maxDuration = "10s")
    void claim(byte[] bytes) {
        try {
            SignatureClaim claim = SignatureClaim.parse(bytes);
            assertEquals(claim, SignatureClaim.parse(bytes));
        } catch (RejectedSignatureException rejected) {
            String told = rejected.getMessage();
            assertTrue(told.codePoints().allMatch(Printable::isPrintable), told);
        }
    }
}
