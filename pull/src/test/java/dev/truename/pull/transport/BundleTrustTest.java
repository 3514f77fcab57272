package dev.truename.pull.transport;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.pull.failure.PullException;
import dev.truename.testkit.tls.TestCertificates;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whom a bundle vouches for, with the authorities of the JDK around the one that matters.
class BundleTrustTest {
    private static final String KEY_EXCHANGE = "ECDHE_ECDSA";

    @TempDir
    static Path folder;

    private static TestCertificates ours;
    private static TestCertificates others;
    private static X509Certificate[] chain;

    @BeforeAll
    static void makeCertificates() throws IOException {
        ours = TestCertificates.create(Files.createDirectory(folder.resolve("ours")));
        others = TestCertificates.create(Files.createDirectory(folder.resolve("others")));
        chain = Pem.read(ours.certificate()).certificates().toArray(X509Certificate[]::new);
    }

    /// A bundle of all that the JDK trusts, and more.
    private static List<Pem> bundle(Path... more) throws IOException, GeneralSecurityException {
        StringBuilder text = new StringBuilder();
        for (X509Certificate authority : TrustAnchors.manager(List.of()).getAcceptedIssuers()) {
            text.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder().encodeToString(authority.getEncoded()))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        for (Path file : more) {
            text.append(Files.readString(file));
        }
        return List.of(Pem.read(Files.writeString(folder.resolve("bundle.pem"), text)));
    }

    private static void check(BundleTrust trust) throws CertificateException {
        trust.checkServerTrusted(chain, KEY_EXCHANGE, new Socket());
    }

    @Test
    @DisplayName("an authority of the bundle vouches for its servers")
    void acceptsWhatTheBundleVouchesFor() throws IOException, GeneralSecurityException {
        BundleTrust trust = new BundleTrust(bundle(ours.authority()), List::of, List.of());
        assertDoesNotThrow(() -> check(trust));
    }

    @Test
    @DisplayName("an authority beside the bundle does too")
    void acceptsWhatIsTrustedBeside() throws IOException, GeneralSecurityException {
        BundleTrust trust =
                new BundleTrust(bundle(), List::of, Pem.read(ours.authority()).certificates());
        assertDoesNotThrow(() -> check(trust));
    }

    @Test
    @DisplayName("so does one of a folder, which is read only if the bundle is not enough")
    void readsFoldersWhenTheyAreNeeded() throws IOException, GeneralSecurityException {
        BundleTrust.Folders unreadable = () -> {
            throw Pem.failed(folder, "cannot be read", null);
        };
        BundleTrust.Folders vouching = () -> List.of(Pem.read(ours.authority()));
        BundleTrust enough = new BundleTrust(bundle(ours.authority()), unreadable, List.of());
        BundleTrust notEnough = new BundleTrust(bundle(), vouching, List.of());
        BundleTrust nobody = new BundleTrust(bundle(), unreadable, List.of());
        assertDoesNotThrow(() -> check(enough));
        assertDoesNotThrow(() -> check(notEnough));
        CertificateException refusal = assertThrows(CertificateException.class, () -> check(nobody));
        assertTrue(String.valueOf(refusal.getMessage()).endsWith(folder + ": cannot be read"), refusal::toString);
    }

    @Test
    @DisplayName("another authority of the same name does not, nor does nobody")
    void refusesOthers() throws IOException, GeneralSecurityException {
        for (BundleTrust trust : List.of(
                new BundleTrust(bundle(others.authority()), List::of, List.of()),
                new BundleTrust(bundle(), List::of, Pem.read(others.authority()).certificates()),
                new BundleTrust(bundle(), List::of, List.of()))) {
            CertificateException refusal = assertThrows(CertificateException.class, () -> check(trust));
            assertTrue(String.valueOf(refusal.getMessage()).contains("path"), refusal::toString);
        }
    }

    @Test
    @DisplayName("what in the bundle is no certificate is told, and not passed over")
    void tellsDamage() throws IOException {
        Path file = Files.writeString(
                folder.resolve("damaged.pem"), "-----BEGIN CERTIFICATE-----\nMAAA\n-----END CERTIFICATE-----\n");
        PullException told =
                assertThrows(PullException.class, () -> new BundleTrust(List.of(Pem.read(file)), List::of, List.of()));
        assertTrue(told.failure().toString().contains("damaged.pem"), told::toString);
    }
}
