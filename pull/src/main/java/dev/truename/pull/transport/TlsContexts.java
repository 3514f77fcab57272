package dev.truename.pull.transport;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/// One TLS context for each host that has certificates of its own, and one for all others; made when first needed.
final class TlsContexts {
    private record Key(HostCertificates certificates, boolean verified) {
        // By hand, see docs/decisions/0013.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && certificates.equals(that.certificates) && verified == that.verified;
        }

        @Override
        public int hashCode() {
            return certificates.hashCode();
        }
    }

    /// The group that nearly every server has and that is computed fastest (RFC 8446, 4.2.7). Java prepares a key
    /// for one group of each kind that it offers, used or not; one of P-256 takes 80 ms in a process that has just
    /// begun (docs/decisions/0030).
    private static final String QUICK_GROUP = "x25519";

    /// Whoever set this knows which groups to offer.
    private static final String GROUPS = "jdk.tls.namedGroups";

    private final boolean groupsAreOurs = System.getProperty(GROUPS) == null;

    /// Those with which it did not come to a handshake over the quick group.
    private final Set<Endpoint> allGroups = ConcurrentHashMap.newKeySet();

    private final CertificateFolders folders;
    private final TrustAnchors anchors;
    private final Map<Endpoint, HostCertificates> certificates = new ConcurrentHashMap<>();
    private final Map<Key, SSLContext> contexts = new ConcurrentHashMap<>();

    TlsContexts(TrustSettings settings) {
        this.folders = new CertificateFolders(settings);
        this.anchors = new TrustAnchors(settings);
    }

    /// Speaks TLS over a connected socket. Closing the result closes the socket.
    ///
    /// @param verified false takes any certificate, for this connection alone
    /// @throws FewGroupsException if another try, over a new connection, may succeed
    SSLSocket handshake(Socket socket, Endpoint endpoint, boolean verified) throws IOException {
        SSLContext context = context(endpoint, verified);
        SSLSocket inside =
                (SSLSocket) context.getSocketFactory().createSocket(socket, endpoint.bareHost(), endpoint.port(), true);
        SSLParameters parameters = inside.getSSLParameters();
        if (verified) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        boolean quick = groupsAreOurs && !allGroups.contains(endpoint);
        if (quick) {
            parameters.setNamedGroups(new String[] {QUICK_GROUP});
        }
        inside.setSSLParameters(parameters);
        try {
            inside.startHandshake();
            return inside;
        } catch (SSLException e) {
            if (quick && !(e.getCause() instanceof CertificateException)) {
                allGroups.add(endpoint);
                throw new FewGroupsException(endpoint, e);
            }
            throw e;
        }
    }

    private HostCertificates certificates(Endpoint endpoint) throws PullException {
        HostCertificates known = certificates.get(endpoint);
        if (known == null) {
            known = folders.forHost(endpoint);
            certificates.put(endpoint, known);
        }
        return known;
    }

    private SSLContext context(Endpoint endpoint, boolean verified) throws PullException {
        Key key = new Key(certificates(endpoint), verified);
        SSLContext known = contexts.get(key);
        if (known == null) {
            known = create(endpoint, key);
            contexts.put(key, known);
        }
        return known;
    }

    private SSLContext create(Endpoint endpoint, Key key) throws PullException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManager trust =
                    key.verified() ? anchors.trusting(key.certificates().authorities()) : new TrustsAnything();
            context.init(key.certificates().keyManagers().toArray(KeyManager[]::new), new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new PullException(
                    new PullFailure.Tls(endpoint.toString(), "TLS cannot be set up: " + Shown.text(String.valueOf(e))),
                    e);
        }
    }
}
