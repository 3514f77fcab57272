package dev.truename.pull.signature;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.truename.names.reference.Printable;

class SignedMessageFuzzTest {
    /// Any bytes are a message with a content within its bound, or are rejected in one plain line.
    @FuzzTest(maxDuration = "10s")
    void message(byte[] bytes) {
        try {
            SignedMessage message = SignedMessage.parse(bytes);
            assertTrue(message.content().length <= 256 << 10);
        } catch (RejectedSignatureException rejected) {
            String told = rejected.getMessage();
            assertTrue(told.codePoints().allMatch(Printable::isPrintable), told);
        }
    }
}
