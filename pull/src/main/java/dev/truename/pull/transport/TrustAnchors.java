package dev.truename.pull.transport;

import dev.truename.pull.failure.PullException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/// The certificate authorities that count for every host: the bundle that is set, else the system's, else the JDK's.
final class TrustAnchors {
    /// Where distributions of Linux keep it.
    private static final List<Path> BUNDLES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    private final TrustSettings settings;

    TrustAnchors(TrustSettings settings) {
        this.settings = settings;
    }

    /// @param more trusted too
    TrustManager trusting(List<X509Certificate> more) throws GeneralSecurityException, PullException {
        List<X509Certificate> anchors = new ArrayList<>(system());
        anchors.addAll(anchors.isEmpty() && !more.isEmpty() ? ofJdk() : List.of());
        anchors.addAll(more);
        return manager(anchors);
    }

    private static TrustManager manager(List<X509Certificate> anchors) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors.isEmpty() ? null : store(anchors));
        return factory.getTrustManagers()[0];
    }

    private static KeyStore store(List<X509Certificate> anchors) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        for (int i = 0; i < anchors.size(); i++) {
            store.setCertificateEntry(Integer.toString(i), anchors.get(i));
        }
        return store;
    }

    private static List<X509Certificate> ofJdk() throws GeneralSecurityException {
        return manager(List.of()) instanceof javax.net.ssl.X509TrustManager jdk
                ? List.of(jdk.getAcceptedIssuers())
                : List.of();
    }

    private List<X509Certificate> system() throws PullException {
        List<X509Certificate> anchors = new ArrayList<>();
        Optional<Path> bundle = settings.bundle()
                .or(() -> settings.bundleFolders().isEmpty()
                        ? BUNDLES.stream().filter(Files::isReadable).findFirst()
                        : Optional.empty());
        if (bundle.isPresent()) {
            anchors.addAll(Pem.read(bundle.get()).certificates());
        }
        for (Path folder : settings.bundleFolders()) {
            anchors.addAll(inFolder(folder));
        }
        return anchors;
    }

    /// As OpenSSL's folders are: what is no certificate is passed over.
    private static List<X509Certificate> inFolder(Path folder) throws PullException {
        List<X509Certificate> anchors = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                anchors.addAll(Pem.read(file).certificates());
            }
        } catch (PullException e) {
            throw e;
        } catch (IOException e) {
            return anchors;
        }
        return anchors;
    }
}
