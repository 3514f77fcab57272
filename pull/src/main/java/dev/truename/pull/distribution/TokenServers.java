package dev.truename.pull.distribution;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.transport.Endpoint;
import dev.truename.pull.transport.HttpAnswer;
import dev.truename.pull.transport.Shown;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;

/// Which token servers may be asked for a registry, and which of them get its credentials.
///
/// A registry names its token server itself (`realm`), so a registry that lies, or that somebody else pretends to be,
/// could have credentials sent anywhere. They go to the registry's own host name on any port, to pairs that are
/// publicly known, and to those that were configured; others are asked without credentials, if they are not inside the
/// network.
record TokenServers(Map<String, Set<String>> configured) {
    private static final Map<String, String> KNOWN =
            Map.of("registry-1.docker.io", "auth.docker.io", "registry.gitlab.com", "gitlab.com");

    TokenServers {
        configured = Map.copyOf(configured);
    }

    /// A token server that may be asked.
    ///
    /// @param url https, also where the registry's policy lets it be plain HTTP
    /// @param trusted whether it gets credentials and may have an internal address
    /// @param insecure whether the registry's own leave to do without verification holds for it
    record TokenServer(URI url, boolean trusted, boolean insecure) {}

    /// @param registry the registry's host as references name it
    /// @param answer of the registry, with the challenge
    /// @param insecure whether the registry is configured as insecure
    /// @throws PullException as `Unauthorized` if the realm is none that may be asked
    TokenServer admit(String registry, HttpAnswer answer, String realm, boolean insecure) throws PullException {
        URI url = parse(answer, realm);
        Endpoint server = Endpoint.of(url);
        Endpoint asked = answer.endpoint();
        boolean sameHost = server.host().equals(asked.host());
        if (!server.tls() && (asked.tls() || !insecure)) {
            throw refused(answer, url, "has no TLS");
        }
        boolean trusted = sameHost || known(registry, asked, server);
        if (trusted && !server.mayCarrySecrets()) {
            return new TokenServer(url, false, insecure && sameHost);
        }
        return new TokenServer(url, trusted, insecure && sameHost);
    }

    private boolean known(String registry, Endpoint asked, Endpoint server) {
        return configured.getOrDefault(registry, Set.of()).contains(server.host())
                || server.host().equals(KNOWN.get(asked.host()));
    }

    private static URI parse(HttpAnswer answer, String realm) throws PullException {
        try {
            URI url = new URI(realm);
            Endpoint.of(url);
            if (url.getRawUserInfo() == null && url.getRawFragment() == null) {
                return url;
            }
        } catch (URISyntaxException | PullException e) {
            throw malformed(answer, realm);
        }
        throw malformed(answer, realm);
    }

    private static PullException malformed(HttpAnswer answer, String realm) {
        return new PullException(new PullFailure.Malformed(
                answer.source(), "the token server it names is no http or https URL: " + Shown.text(plain(realm))));
    }

    /// Without query and user information, which may be secret.
    private static String plain(String realm) {
        int query = realm.indexOf('?');
        String url = query < 0 ? realm : realm.substring(0, query);
        int user = url.lastIndexOf('@');
        return user < 0 ? url : url.substring(user + 1);
    }

    private static PullException refused(HttpAnswer answer, URI url, String why) {
        return new PullException(new PullFailure.Unauthorized(
                answer.source(), "the token server " + Shown.url(url) + " " + why + ", so it is not asked"));
    }
}
