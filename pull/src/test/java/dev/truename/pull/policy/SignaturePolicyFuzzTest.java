package dev.truename.pull.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.truename.names.reference.Printable;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.json.JsonException;
import java.util.List;

class SignaturePolicyFuzzTest {
    private static final List<Qualified> IMAGES = List.of(
            Qualified.parse("a.b.io:5000/c/d:1"),
            Qualified.parse("docker.io/library/nginx"),
            Qualified.parse("quay.io/a@sha256:" + "0".repeat(64)));

    /// Any bytes are a policy that rules on every image, always in the same way, or are refused in one plain line.
    @FuzzTest(maxDuration = "10s")
    void policy(FuzzedDataProvider data) {
        byte[] bytes = data.consumeRemainingAsBytes();
        try {
            SignaturePolicy policy = SignaturePolicyReader.parse(bytes);
            for (Qualified image : IMAGES) {
                assertEquals(policy.of(image), policy.of(image));
            }
        } catch (JsonException | PolicyFormatException refused) {
            String message = String.valueOf(refused.getMessage());
            assertTrue(message.codePoints().allMatch(Printable::isPrintable), message);
        }
    }
}
