package dev.truename.pull.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CertificateNamesTest {
    private static X509Certificate[] authorities() throws GeneralSecurityException {
        return TrustAnchors.manager(List.of()).getAcceptedIssuers();
    }

    @Test
    @DisplayName("the names of everybody whom the JDK trusts are those that Java reads")
    void findsTheNames() throws GeneralSecurityException {
        assertTrue(authorities().length > 50);
        for (X509Certificate authority : authorities()) {
            assertEquals(
                    Optional.of(new CertificateNames(
                            new String(authority.getIssuerX500Principal().getEncoded(), ISO_8859_1),
                            new String(authority.getSubjectX500Principal().getEncoded(), ISO_8859_1))),
                    CertificateNames.of(authority.getEncoded()));
        }
    }

    @Test
    @DisplayName("what is cut off has no names, wherever it is cut")
    void findsNothingInPart() throws GeneralSecurityException {
        byte[] whole = authorities()[0].getEncoded();
        for (int length = 0; length < whole.length; length++) {
            assertEquals(Optional.empty(), CertificateNames.of(Arrays.copyOf(whole, length)));
        }
    }
}
