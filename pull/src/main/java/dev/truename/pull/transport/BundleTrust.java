package dev.truename.pull.transport;

import dev.truename.pull.failure.PullException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Trusts the authorities of bundles and of folders as Java does, but reads only those of the bundles that a server's
/// chain names: to read all that a system trusts takes longer than a handshake (docs/decisions/0030). A chain that does
/// not lead to one of them is judged again with all.
///
/// Trust: whom it accepts, one of the authorities vouches for. Host names, dates and algorithms are Java's to judge.
final class BundleTrust extends X509ExtendedTrustManager {
    /// An authority that has not been read.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Unread(Pem file, byte[] der, String subject) {
        X509Certificate read() throws PullException {
            return file.certificate(der);
        }
    }

    private final List<Unread> unread = new ArrayList<>();

    /// Those that are trusted too, and those whose names are not where they should be.
    private final List<X509Certificate> read;

    private final Folders folders;
    private @Nullable List<Unread> inFolders;

    /// Reads what is in them.
    @FunctionalInterface
    interface Folders {
        List<Pem> read() throws PullException;
    }

    /// @param folders read once, and only if the bundles are not enough
    /// @param more trusted too
    /// @throws PullException if a certificate of the bundles cannot be read
    BundleTrust(List<Pem> bundles, Folders folders, List<X509Certificate> more) throws PullException {
        this.folders = folders;
        this.read = new ArrayList<>(more);
        for (Pem bundle : bundles) {
            for (byte[] der : bundle.certificateBlocks()) {
                Optional<CertificateNames> names = CertificateNames.of(der);
                if (names.isPresent()) {
                    unread.add(new Unread(bundle, der, names.get().subject()));
                } else {
                    read.add(bundle.certificate(der));
                }
            }
        }
    }

    /// How a chain is judged by those who are trusted.
    @FunctionalInterface
    private interface Judgement {
        void by(X509ExtendedTrustManager trusted) throws CertificateException;
    }

    private void check(X509Certificate[] chain, Judgement judgement) throws CertificateException {
        try {
            judgement.by(trusting(named(chain, unread)));
        } catch (CertificateException e) {
            checkWithFolders(chain, judgement, e);
        }
    }

    private void checkWithFolders(X509Certificate[] chain, Judgement judgement, CertificateException refused)
            throws CertificateException {
        List<Unread> all = new ArrayList<>(unread);
        try {
            all.addAll(ofFolders());
        } catch (PullException e) {
            throw new CertificateException(refused.getMessage() + "; " + e.getMessage(), e);
        }
        if (all.size() > unread.size()) {
            try {
                judgement.by(trusting(named(chain, all)));
                return;
            } catch (CertificateException _) {
                // the words of a refusal are those by all
            }
        }
        judgement.by(trusting(all));
    }

    private synchronized List<Unread> ofFolders() throws PullException {
        if (inFolders == null) {
            List<Unread> found = new ArrayList<>();
            for (Pem file : folders.read()) {
                for (byte[] der : file.certificateBlocks()) {
                    String subject = CertificateNames.of(der)
                            .map(CertificateNames::subject)
                            .orElse("");
                    found.add(new Unread(file, der, subject));
                }
            }
            inFolders = found;
        }
        return inFolders;
    }

    private static List<Unread> named(X509Certificate[] chain, List<Unread> authorities) throws CertificateException {
        Set<String> names = new HashSet<>();
        for (X509Certificate certificate : chain) {
            CertificateNames.of(certificate.getEncoded()).ifPresent(of -> {
                names.add(of.issuer());
                names.add(of.subject());
            });
        }
        return authorities.stream()
                .filter(authority -> names.contains(authority.subject()))
                .toList();
    }

    private X509ExtendedTrustManager trusting(List<Unread> authorities) throws CertificateException {
        try {
            List<X509Certificate> anchors = new ArrayList<>(read);
            for (Unread authority : authorities) {
                anchors.add(authority.read());
            }
            if (anchors.isEmpty()) { // Java would take its own instead
                throw new CertificateException("no authority that is trusted is named");
            }
            return TrustAnchors.manager(anchors);
        } catch (GeneralSecurityException | PullException e) {
            throw new CertificateException(e.getMessage(), e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        check(chain, trusted -> trusted.checkServerTrusted(chain, keyExchange, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        check(chain, trusted -> trusted.checkServerTrusted(chain, keyExchange, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        check(chain, trusted -> trusted.checkServerTrusted(chain, keyExchange));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        throw clients();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        throw clients();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        throw clients();
    }

    private static CertificateException clients() {
        return new CertificateException("nobody is served here, so no client is trusted");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0]; // servers would tell their clients
    }
}
