package dev.truename.testkit.tls;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate authority of its own and a server's certificate for `localhost` and 127.0.0.1, and the same as PEM
/// files for clients and servers that are not Java.
///
/// The keys protect nothing: their password is in this source.
public final class TestCertificates {
    private static final char[] PASSWORD = Keytool.PASSWORD.toCharArray();
    private static final String SERVER = "server";

    private final Path folder;

    private TestCertificates(Path folder) {
        this.folder = requireNonNull(folder);
    }

    /// Makes them, for `localhost` and 127.0.0.1.
    ///
    /// @param folder where the files go; empty, and the caller's to delete
    public static TestCertificates create(Path folder) throws IOException {
        return create(folder, "dns:localhost,ip:127.0.0.1");
    }

    /// Makes them for other names.
    ///
    /// @param names as keytool wants them: `dns:NAME,ip:ADDRESS`
    public static TestCertificates create(Path folder, String names) throws IOException {
        Keytool keytool = new Keytool(folder);
        generate(keytool, "ca", "CN=Truename test CA", "bc:c");
        export(keytool, "ca", "ca.pem");
        generate(keytool, SERVER, "CN=testkit", "san=" + names);
        keytool.run("-certreq", "-alias", SERVER, "-keystore", "server.p12", "-file", "server.csr");
        keytool.run(
                "-gencert",
                "-rfc",
                "-alias",
                "ca",
                "-keystore",
                "ca.p12",
                "-infile",
                "server.csr",
                "-outfile",
                "server.pem",
                "-ext",
                "san=" + names,
                "-ext",
                "eku=serverAuth",
                "-validity",
                "30");
        imported(keytool, "ca", "ca.pem");
        imported(keytool, SERVER, "server.pem");
        TestCertificates made = new TestCertificates(folder);
        made.writeKey();
        return made;
    }

    private static void generate(Keytool keytool, String alias, String name, String extension) throws IOException {
        keytool.run(
                "-genkeypair",
                "-alias",
                alias,
                "-keystore",
                alias + ".p12",
                "-dname",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "30",
                "-ext",
                extension);
    }

    private static void export(Keytool keytool, String alias, String file) throws IOException {
        keytool.run("-exportcert", "-rfc", "-alias", alias, "-keystore", alias + ".p12", "-file", file);
    }

    private static void imported(Keytool keytool, String alias, String file) throws IOException {
        keytool.run("-importcert", "-noprompt", "-alias", alias, "-keystore", "server.p12", "-file", file);
    }

    /// The authority's certificate, PEM: what a client has to trust.
    public Path authority() {
        return folder.resolve("ca.pem");
    }

    /// The server's certificate, PEM.
    public Path certificate() {
        return folder.resolve("server.pem");
    }

    /// The server's private key, PEM (PKCS #8).
    public Path key() {
        return folder.resolve("server.key");
    }

    /// For a server that shows the certificate.
    public SSLContext server() throws IOException {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store("server.p12"), PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /// For a client that trusts the authority and nobody else.
    public SSLContext client() throws IOException {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("ca", store("ca.p12").getCertificate("ca"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private KeyStore store(String file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private void writeKey() throws IOException {
        try {
            byte[] der = store("server.p12").getKey(SERVER, PASSWORD).getEncoded();
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
            Files.writeString(key(), "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
