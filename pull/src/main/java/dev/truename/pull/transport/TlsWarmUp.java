package dev.truename.pull.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Does once a process, on threads of its own and while the first server is looked up and connected to, what Java does
/// slowly the first time: with keys, with a server's chain and with records (docs/decisions/0031). Nothing comes of it
/// but that Java is ready; what fails here fails again where it matters. Where there is one processor nothing is done,
/// for nothing can be done beside the rest.
final class TlsWarmUp {
    /// Java asks it of each chain whether a public authority vouches for it, for which it reads all of them.
    private static final String PUBLIC_AUTHORITIES = "sun.security.util.AnchorCertificates";

    private static final int P256_BITS = 256;

    private static final int RECORDS = 40;

    /// Some blocks of AES, and a part of one: the longer, the slower while it is not compiled.
    private static final int RECORD_BYTES = 600;

    /// So many, and then a pause in which they are compiled.
    private static final int RECORDS_AT_ONCE = 4;

    private static final long PAUSE_NANOS = 500_000;

    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /// A server's certificate for P-256, an intermediate authority's, and a root's for RSA. Nobody has their keys, and
    /// nothing trusts them.
    private static final String CHAIN = """
            -----BEGIN CERTIFICATE-----
            MIIBozCCAUqgAwIBAgIIc++SRpGG8TAwCgYIKoZIzj0EAwIwFzEVMBMGA1UEAxMM
            aW50ZXJtZWRpYXRlMCAXDTIwMDEwMTAwMDAwMFoYDzk5NTkxMjA3MDAwMDAwWjAR
            MQ8wDQYDVQQDEwZzZXJ2ZXIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAS05Khp
            c0hXZxjFLpCIXQHm+1LwlHukeTEOH9kAnFs/oSBBxGGnmmVT+sWoaUjmLfaZe5io
            Z9hTKUruWGqcUETLo4GDMIGAMB0GA1UdDgQWBBSibMEfVUXrcZhsTg9QnVI3VgyJ
            BzAOBgNVHQ8BAf8EBAMCB4AwGQYDVR0RBBIwEIIOc2VydmVyLmludmFsaWQwHwYD
            VR0jBBgwFoAUf4/F9QAo2MagWQcIvwJJeb6vbjMwEwYDVR0lBAwwCgYIKwYBBQUH
            AwEwCgYIKoZIzj0EAwIDRwAwRAIgSFNG00U2VofWANM4tXVV5W+YObi74o35C1dG
            x/P0B/oCIFTD/nqp4UOdPyQnwokluWegeMezAtXRYf6qWLFzknWd
            -----END CERTIFICATE-----
            -----BEGIN CERTIFICATE-----
            MIICQzCCASugAwIBAgIJAO/Zq54VOh17MA0GCSqGSIb3DQEBCwUAMA8xDTALBgNV
            BAMTBHJvb3QwIBcNMjAwMTAxMDAwMDAwWhgPOTk1OTEyMDcwMDAwMDBaMBcxFTAT
            BgNVBAMTDGludGVybWVkaWF0ZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABOCU
            mFwdQz9j/u4gRLbajTOhq9r+5eziDYpYzWBYkyGIeOPV37+/XI497IIUb3C64VwW
            hlp7puJrTn7MondK+mSjYzBhMB0GA1UdDgQWBBR/j8X1ACjYxqBZBwi/Akl5vq9u
            MzAOBgNVHQ8BAf8EBAMCAgQwDwYDVR0TAQH/BAUwAwEB/zAfBgNVHSMEGDAWgBQM
            S7dwEYtM8zSTBGvlyzKhuHH9czANBgkqhkiG9w0BAQsFAAOCAQEArFPtd641VS9I
            9YDelSgSRB7nu3yGOnGDHG38DA3LhNSLJrohpVyhnEf7AX77GAQSGKF1CiqI2PO4
            yB9Fvr8L0+ppCMM4Rej3r8t5P0kyWjof+i99k4OfJYAJl0n0ZSmZ4LVw6pkq/m8X
            M6dBdGtp2DHbYjzis7MEoAfYYSVGeuTmnuHo+tYwHq8A3w3vsRpJkxXVjk2eFviF
            2KNnla4PLIg+LXLTri41KGX7fyaGays7KJtHoHmE4Y7oNwA9EwC4SjbcVNeBznCi
            cX/zwgTr4I/gXKKoD/403PLwa00juTYUEO/16Fm/0YDzth6rSztgBEqndy7727aV
            Fmhj/r/Unw==
            -----END CERTIFICATE-----
            -----BEGIN CERTIFICATE-----
            MIIC5DCCAcygAwIBAgIIA5sohhxuYNMwDQYJKoZIhvcNAQELBQAwDzENMAsGA1UE
            AxMEcm9vdDAgFw0yMDAxMDEwMDAwMDBaGA85OTU5MTIwNzAwMDAwMFowDzENMAsG
            A1UEAxMEcm9vdDCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBANtBcIvg
            Vx9WvTJspgoYrABwEd41Nq9wHCkBCRpNPygB9f6tdOBCGkc8PUZIUSiCym9yY8oR
            RZnQktAGZyvo0STvYWUCOFPbKA8iFcr1im8WBdg+vwEWKTM3SImFoPHfXibKG6mg
            4V+CYsoBhn5lhj2Cgkmfh6o6pbwf/LDBJ8s+/lUBft1nRjRivNzs4xBr+/f4wY6V
            adI/KLy/GQnIMOYUtqcSeRn7sBWhdP3ON0lRa10UpwiPgECC2nmUJKVH5F6ba5YJ
            za8DI8gYiI6gfHyalcBidQbRKKxizMTzn6Ajo9E512UmY61nk8oG4KwM1mgNbW9g
            cj+gDtPBqkhwQ7cCAwEAAaNCMEAwHQYDVR0OBBYEFAxLt3ARi0zzNJMEa+XLMqG4
            cf1zMA4GA1UdDwEB/wQEAwICBDAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEB
            CwUAA4IBAQCafTJzWqgBBd1F/nif7eaUET6l8daTB69Bj9atHDKAOtislVqjnbvp
            u/1kRoAlRpciZ2o6wg1yjqOQv09P9OFherKr61U01ey7GWwxNXBphvnP9DsjZGQW
            EVHXqPWNrKunZF6RRJNcsx2pI10UdGr1rn/EkVaGafdnMPs4b0hqz2y6H5dKXP7I
            hjZR/I0Qv/uX1nZzQNMqCaoMgQi4VxKxMbU5/DTnX7vqZkFwIfcQS/nLUTtPhDoP
            Bhp30mK6GxOGsx73JWiAHDfElhTj3mN5LGXsAu1mRB1uNX5YpMDDJoGApzPQqRWO
            3dF+qRoKnfG1wYcyK7esMbFwUL20xg8l
            -----END CERTIFICATE-----
            """;

    /// The first waits for nothing that others do at that time.
    static final List<Step> OURS = List.of(TlsWarmUp::makeKeys, TlsWarmUp::judgeChain, TlsWarmUp::sealRecords);

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private TlsWarmUp() {}

    static void start() {
        if (!STARTED.getAndSet(true) && Runtime.getRuntime().availableProcessors() > 1) {
            start("tls-warm-up", OURS);
            start("authorities-warm-up", List.of(TlsWarmUp::readAuthorities));
        }
    }

    private static void start(String name, List<Step> steps) {
        Thread.ofPlatform().daemon().name(name).start(() -> steps.forEach(Step::attempt));
    }

    /// Something that a Java may do otherwise.
    @FunctionalInterface
    interface Step {
        void run() throws GeneralSecurityException, ClassNotFoundException;

        private void attempt() {
            try {
                run();
            } catch (GeneralSecurityException | ClassNotFoundException | RuntimeException | LinkageError _) {
                // then what comes takes its time
            }
        }
    }

    static void readAuthorities() throws ClassNotFoundException {
        Class.forName(PUBLIC_AUTHORITIES);
    }

    private static void makeKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(P256_BITS);
        generator.generateKeyPair();
    }

    private static void judgeChain() throws GeneralSecurityException {
        List<X509Certificate> chain = new ArrayList<>();
        CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(CHAIN.getBytes(US_ASCII)))
                .forEach(certificate -> chain.add((X509Certificate) certificate));
        X509Certificate root = chain.removeLast();
        TrustAnchors.manager(List.of(root)).checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
    }

    private static void sealRecords() throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        SecretKeySpec key = new SecretKeySpec(new byte[KEY_BYTES], "AES");
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] record = new byte[RECORD_BYTES];
        for (int i = 1; i <= RECORDS; i++) {
            nonce[0]++;
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.doFinal(record);
            if (i % RECORDS_AT_ONCE == 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
