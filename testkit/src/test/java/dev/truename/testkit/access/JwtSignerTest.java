package dev.truename.testkit.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.testkit.tls.TestCertificates;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JwtSignerTest {
    private static final TokenClaims CLAIMS = new TokenClaims(
            "testkit",
            "ann \"the\" one",
            "7",
            Instant.ofEpochSecond(1000),
            Instant.ofEpochSecond(1300),
            List.of(new Scope("repository", "team/app", Set.of("push", "pull"))));

    @TempDir
    static Path folder;

    private static TestCertificates certificates;

    @BeforeAll
    static void create() throws IOException {
        certificates = TestCertificates.create(folder);
        Files.writeString(folder.resolve("empty"), "");
        Files.writeString(
                folder.resolve("broken.key"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    @Test
    void aTokenSaysWhatWasGranted() throws Exception {
        String[] parts = JwtSigner.read(certificates.key(), certificates.certificate())
                .sign(CLAIMS)
                .split("\\.", -1);

        assertEquals(3, parts.length);
        assertEquals(
                "{\"iss\":\"testkit\",\"sub\":\"ann \\\"the\\\" one\",\"aud\":\"testkit\",\"exp\":1300,\"nbf\":1000,"
                        + "\"iat\":1000,\"jti\":\"7\",\"access\":[{\"type\":\"repository\",\"name\":\"team/app\","
                        + "\"actions\":[\"pull\",\"push\"]}]}",
                new String(decoded(parts[1]), UTF_8));
    }

    @Test
    void theHeaderNamesTheKeyAndTheKeySigned() throws Exception {
        String[] parts = JwtSigner.read(certificates.key(), certificates.certificate())
                .sign(CLAIMS)
                .split("\\.", -1);
        Certificate certificate;
        try (InputStream in = Files.newInputStream(certificates.certificate())) {
            certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
        }

        assertEquals(
                "{\"typ\":\"JWT\",\"alg\":\"ES256\",\"kid\":\"" + KeyIds.of(certificate.getPublicKey())
                        + "\",\"x5c\":[\"" + Base64.getEncoder().encodeToString(certificate.getEncoded()) + "\"]}",
                new String(decoded(parts[0]), UTF_8));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(certificate.getPublicKey());
        signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
        assertTrue(signature.verify(decoded(parts[2])));
    }

    /// The key, and its name, of the specification's example.
    @Test
    void keysAreNamedAsTheSpecificationSays() throws Exception {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(
                new BigInteger(1, decoded("m7zUpx3b-zmVE5cymSs64POG9QcyEpJaYCD82-549_Q")),
                new BigInteger(1, decoded("dU3biz8sZ_8GPB-odm8Wxz3lNDr1xcAQQPQaOcr1fmc")));

        assertEquals(
                "PYYO:TEWU:V7JH:26JV:AQTZ:LJC3:SXVJ:XGHA:34F2:2LAQ:ZRMK:Z7Q6",
                KeyIds.of(KeyFactory.getInstance("EC")
                        .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)))));
    }

    @ParameterizedTest
    @CsvSource({
        "server.key, empty, no certificate is in",
        "server.key, server.key, no certificates:",
        "empty, server.pem, no private key in PKCS #8 form:",
        "server.pem, server.pem, no private key in PKCS #8 form:",
        "broken.key, server.pem, no EC key:",
    })
    void filesOfAnotherKindAreRefused(String key, String certificate, String error) {
        IOException refused =
                assertThrows(IOException.class, () -> JwtSigner.read(folder.resolve(key), folder.resolve(certificate)));
        assertTrue(String.valueOf(refused.getMessage()).startsWith(error), refused::toString);
    }
}
