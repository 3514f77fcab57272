package dev.truename.pull.transport;

import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import org.jspecify.annotations.Nullable;

/// What certs.d has for one host.
///
/// @param authorities trusted for this host beside the system's
/// @param keyManagers at most one, with the client's certificates
record HostCertificates(List<X509Certificate> authorities, List<KeyManager> keyManagers) {
    static final HostCertificates NONE = new HostCertificates(List.of(), List.of());

    HostCertificates {
        authorities = List.copyOf(authorities);
        keyManagers = List.copyOf(keyManagers);
    }

    // By hand, see docs/decisions/0013.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HostCertificates that
                && authorities.equals(that.authorities)
                && keyManagers.equals(that.keyManagers);
    }

    @Override
    public int hashCode() {
        return authorities.hashCode();
    }
}
