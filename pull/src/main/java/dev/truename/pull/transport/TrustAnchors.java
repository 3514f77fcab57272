package dev.truename.pull.transport;

import dev.truename.pull.failure.PullException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

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
        List<Pem> bundle = bundle();
        if (holdCertificates(bundle)) {
            return new BundleTrust(bundle, this::folders, more);
        }
        List<Pem> folders = folders();
        if (holdCertificates(folders)) {
            return new BundleTrust(folders, List::of, more);
        }
        List<X509Certificate> anchors = new ArrayList<>(more.isEmpty() ? List.of() : ofJdk());
        anchors.addAll(more);
        return manager(anchors);
    }

    /// Java's way to judge a chain.
    ///
    /// @param anchors none for those of the JDK
    static X509ExtendedTrustManager manager(List<X509Certificate> anchors) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors.isEmpty() ? null : store(anchors));
        if (factory.getTrustManagers()[0] instanceof X509ExtendedTrustManager manager) {
            return manager;
        }
        throw new NoSuchAlgorithmException("this Java cannot judge certificates");
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
        return List.of(manager(List.of()).getAcceptedIssuers());
    }

    private static boolean holdCertificates(List<Pem> files) {
        return files.stream().anyMatch(file -> !file.certificateBlocks().isEmpty());
    }

    private List<Pem> bundle() throws PullException {
        Optional<Path> bundle =
                settings.bundle().isPresent() || !settings.bundleFolders().isEmpty() ? settings.bundle() : ofSystem();
        return bundle.isPresent() ? List.of(Pem.read(bundle.get())) : List.of();
    }

    private List<Pem> folders() throws PullException {
        List<Pem> files = new ArrayList<>();
        for (Path folder : settings.bundleFolders()) {
            files.addAll(inFolder(folder));
        }
        return files;
    }

    private static Optional<Path> ofSystem() {
        for (Path bundle : BUNDLES) {
            if (Files.isReadable(bundle)) {
                return Optional.of(bundle);
            }
        }
        return Optional.empty();
    }

    /// As OpenSSL's folders are: what is no certificate is passed over.
    private static List<Pem> inFolder(Path folder) throws PullException {
        List<Pem> bundles = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                bundles.add(Pem.read(file));
            }
        } catch (PullException e) {
            throw e;
        } catch (IOException e) {
            return bundles;
        }
        return bundles;
    }
}
