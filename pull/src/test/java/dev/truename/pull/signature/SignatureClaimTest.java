package dev.truename.pull.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureClaimTest {
    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);
    private static final String CLAIM = """
            {"critical": {"type": "atomic container signature",
                          "image": {"docker-manifest-digest": "DIGEST"},
                          "identity": {"docker-reference": "a.io/b:1"}},
             "optional": {"creator": "atomic 1.0", "timestamp": 1234567890, "more": [{"x": null}]}}
            """.replace("DIGEST", DIGEST);

    private static SignatureClaim parse(String text) throws RejectedSignatureException {
        return SignatureClaim.parse(text.getBytes(UTF_8));
    }

    @Test
    void whatASignatureSaysIsRead() throws RejectedSignatureException {
        assertEquals(new SignatureClaim(Digest.parse(DIGEST), "a.io/b:1"), parse(CLAIM));
        assertEquals(
                new SignatureClaim(Digest.parse(DIGEST), "a.io/b:1"),
                parse(CLAIM.replaceAll("(?s)\"optional\".*", "\"optional\": {}}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "atomic container signature | atomic container signature 2 | another type",
                "\"type\": | \"Type\": | other members",
                "\"type\": | \"more\": 1, \"type\": | other members",
                "\"type\": | \"type\": \"x\", \"type\": | a key stands twice",
                "\"image\": { | \"image\": {\"x\": 1, | other members",
                "\"identity\": { | \"identity\": {\"x\": 1, | other members",
                "\"optional\": | \"x\": 1, \"optional\": | other members",
                "\"optional\": | \"Optional\": | other members",
                "\"atomic 1.0\" | 7 | \"creator\" is not a string",
                "\"atomic 1.0\" | null | \"creator\" is null",
                "1234567890 | 1.5 | \"timestamp\" is not a whole number",
                "1234567890 | \"1\" | \"timestamp\" is not a number",
                "\"a.io/b:1\" | null | \"docker-reference\" is not a string",
                "\"a.io/b:1\" | [] | \"docker-reference\" is not a string",
                "sha256: | md5: | not a digest",
                "sha256:01 | sha256:G1 | not a digest",
                "sha256:01 | sha256:../ | not a digest",
            })
    void whatIsNotAsItShouldBeIsRejected(String part, String other, String told) {
        assertTrue(CLAIM.contains(part), part);
        String message = assertThrows(RejectedSignatureException.class, () -> parse(CLAIM.replace(part, other)))
                .getMessage();
        assertTrue(message.contains(told), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"critical\": {}, \"optional\": {}}", "\ufeff{}", "{} {}", "{"})
    void whatIsNoClaimIsRejected(String text) {
        assertThrows(RejectedSignatureException.class, () -> parse(text));
        assertThrows(RejectedSignatureException.class, () -> parse(CLAIM + text + "x"));
    }

    @Test
    void depthIsBounded() {
        String deep = CLAIM.replace("[{\"x\": null}]", "[".repeat(100_000) + "]".repeat(100_000));
        assertThrows(RejectedSignatureException.class, () -> parse(deep));
    }
}
