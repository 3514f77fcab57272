package dev.truename.pull.transport;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class CertificateNamesFuzzTest {
    @FuzzTest(maxDuration = "10s")
    void anyBytesGiveNamesOrNothing(FuzzedDataProvider data) {
        byte[] bytes = data.consumeRemainingAsBytes();
        CertificateNames.of(bytes)
                .ifPresent(names ->
                        assertTrue(names.issuer().length() + names.subject().length() <= 2 * bytes.length));
    }
}
