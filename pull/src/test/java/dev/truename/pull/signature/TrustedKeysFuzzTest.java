package dev.truename.pull.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

class TrustedKeysFuzzTest {
    /// Any bytes are keys, few or none, whether armored or not.
    @FuzzTest(maxDuration = "10s")
    void keys(byte[] bytes) {
        TrustedKeys.read(List.of(bytes)).having(0);
        String armored = "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n" + new String(bytes, US_ASCII)
                + "\n-----END PGP PUBLIC KEY BLOCK-----\n";
        TrustedKeys.read(List.of(armored.getBytes(US_ASCII))).having(0);
    }
}
