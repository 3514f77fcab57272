package dev.truename.pull.transport;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The way of one call through redirects (RFC 9110, 15.4), and what is refused on it.
final class Redirector {
    private static final int MAX_HOPS = 10;
    private static final int MAX_LOCATION = 16 * 1024;

    private final Set<URI> seen = new HashSet<>();

    /// The call to make next, if the answer redirects and the call follows.
    Optional<HttpCall> next(HttpCall call, HttpAnswer answer) throws PullException {
        if (call.redirects() == Redirects.NONE || !redirects(answer.status())) {
            return Optional.empty();
        }
        seen.add(answer.uri());
        URI target = target(answer);
        requireSafe(call, answer, target);
        Endpoint from = answer.endpoint();
        Url url = Url.of(target);
        Endpoint to = url.endpoint();
        if (from.equals(to)) {
            return Optional.of(call.to(url));
        }
        boolean sameHost = from.host().equals(to.host());
        return Optional.of(call.to(url).authorized(Optional.empty()).insecure(call.insecure() && sameHost));
    }

    private static boolean redirects(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private void requireSafe(HttpCall call, HttpAnswer answer, URI target) throws PullException {
        Endpoint from = answer.endpoint();
        Endpoint to = Endpoint.of(target);
        if (target.getRawUserInfo() != null) {
            throw refused(answer, "the redirect to " + Shown.url(target) + " carries user information");
        }
        if (from.tls() && !to.tls()) {
            throw refused(answer, "the redirect to " + Shown.url(target) + " leaves TLS");
        }
        if (call.redirects() == Redirects.SAME_ENDPOINT && !from.equals(to)) {
            throw refused(answer, "the redirect to " + Shown.url(target) + " leaves the host");
        }
        if (!seen.add(target)) {
            throw refused(answer, "the redirects go in a circle");
        }
        if (seen.size() > MAX_HOPS + 1) {
            throw refused(answer, "there are more than " + MAX_HOPS + " redirects");
        }
    }

    private static URI target(HttpAnswer answer) throws PullException {
        String location = answer.header("Location").orElse("").strip();
        if (location.isEmpty() || location.length() > MAX_LOCATION) {
            throw refused(answer, "a redirect without a usable Location");
        }
        try {
            URI target = answer.uri().resolve(new URI(escaped(location)));
            return new URI(target.getScheme() + "://" + target.getRawAuthority() + path(target) + query(target));
        } catch (URISyntaxException e) {
            throw refused(answer, "the redirect's Location is no URL");
        }
    }

    private static String path(URI uri) {
        return uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    }

    private static String query(URI uri) {
        return uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    }

    /// As browsers do it: what may not stand in a URL is percent-encoded; what is encoded stays as it is.
    private static String escaped(String location) {
        StringBuilder escaped = new StringBuilder(location.length());
        for (byte b : location.getBytes(StandardCharsets.UTF_8)) {
            boolean odd = b <= ' ' || b == 0x7f || "\"<>\\^`{|}".indexOf(b) >= 0;
            if (odd) {
                escaped.append(String.format("%%%02X", b));
            } else {
                escaped.append((char) b);
            }
        }
        return escaped.toString();
    }

    private static PullException refused(HttpAnswer answer, String detail) {
        return new PullException(new PullFailure.Malformed(answer.source(), detail));
    }
}
