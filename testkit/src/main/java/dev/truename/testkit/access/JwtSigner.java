package dev.truename.testkit.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/// Signs tokens as JSON Web Tokens (RFC 7519), so that registries which know nothing but a certificate can check them:
/// the distribution project's, with `auth: token` and the certificate, or the authority that signed it, in its
/// `rootcertbundle`. The header names the key twice, by its certificates (`x5c`) and by [KeyIds] (`kid`).
///
/// By an elliptic curve key of P-256 the algorithm is ES256, by an RSA key RS256.
public final class JwtSigner {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private enum Algorithm {
        ES256("EC", "SHA256withECDSAinP1363Format"),
        RS256("RSA", "SHA256withRSA");

        private final String key;
        private final String signature;

        Algorithm(String key, String signature) {
            this.key = key;
            this.signature = signature;
        }

        static Algorithm of(X509Certificate certificate) throws IOException {
            String key = certificate.getPublicKey().getAlgorithm();
            for (Algorithm algorithm : values()) {
                if (algorithm.key.equals(key)) {
                    return algorithm;
                }
            }
            throw new IOException("tokens are signed by EC and RSA keys, not by " + key);
        }
    }

    private final Algorithm algorithm;
    private final PrivateKey key;
    private final String header;

    private JwtSigner(Algorithm algorithm, PrivateKey key, List<X509Certificate> certificates) throws IOException {
        this.algorithm = algorithm;
        this.key = requireNonNull(key);
        this.header = header(algorithm, certificates);
    }

    /// Reads a key and its certificate from PEM files, such as those of `TestCertificates` (`key()`, `certificate()`).
    ///
    /// @param key PKCS #8, not encrypted
    /// @param certificates the key's own first, then those that signed it, if the registry does not know them
    /// @throws IOException if they cannot be read, or are something else
    public static JwtSigner read(Path key, Path certificates) throws IOException {
        List<X509Certificate> chain = certificates(certificates);
        Algorithm algorithm = Algorithm.of(chain.getFirst());
        return new JwtSigner(algorithm, privateKey(key, algorithm), chain);
    }

    private static List<X509Certificate> certificates(Path file) throws IOException {
        try {
            List<X509Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (certificates.isEmpty()) {
                throw new IOException("no certificate is in " + file);
            }
            return certificates;
        } catch (CertificateException e) {
            throw new IOException("no certificates: " + file, e);
        }
    }

    private static PrivateKey privateKey(Path file, Algorithm algorithm) throws IOException {
        String text = Files.readString(file);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException("no private key in PKCS #8 form: " + file);
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
            return KeyFactory.getInstance(algorithm.key).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new IOException("no " + algorithm.key + " key: " + file, e);
        }
    }

    private static String header(Algorithm algorithm, List<X509Certificate> certificates) throws IOException {
        StringBuilder json = new StringBuilder("{\"typ\":\"JWT\",\"alg\":\"").append(algorithm);
        json.append("\",\"kid\":\"")
                .append(KeyIds.of(certificates.getFirst().getPublicKey()))
                .append("\",\"x5c\":[");
        for (X509Certificate certificate : certificates) {
            json.append(json.charAt(json.length() - 1) == '[' ? "\"" : ",\"");
            json.append(base64(certificate)).append('"');
        }
        return json.append("]}").toString();
    }

    /// Unlike all else in a token not the URL's kind (RFC 7515, section 4.1.6).
    private static String base64(X509Certificate certificate) throws IOException {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateException e) {
            throw new IOException(e);
        }
    }

    /// The token that says so.
    String sign(TokenClaims claims) {
        String said = encoded(header) + "." + encoded(claims.json());
        try {
            Signature signature = Signature.getInstance(algorithm.signature);
            signature.initSign(key);
            signature.update(said.getBytes(UTF_8));
            return said + "." + BASE64URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key does not sign", e);
        }
    }

    private static String encoded(String text) {
        return BASE64URL.encodeToString(text.getBytes(UTF_8));
    }
}
