package dev.truename.pull.transport;

import static java.util.Objects.requireNonNull;

import dev.truename.pull.failure.PullException;
import java.net.URI;

/// What a call asks for, and where: an http or https URL in the two parts that a call needs. Java takes longer to read
/// a whole URL than to send it, so URLs of one registry are put together and never read.
///
/// @param target the path and what follows it, as they go into a request (RFC 9112, 3.2.1)
public record Url(Endpoint endpoint, String target) {
    public Url {
        requireNonNull(endpoint);
        if (!target.startsWith("/")
                || target.indexOf(' ') >= 0
                || target.indexOf('\r') >= 0
                || target.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a target begins with a slash and is one word");
        }
    }

    /// Without the user information and the fragment, which are not sent.
    ///
    /// @throws PullException as `Malformed` if it is neither http nor https, or has no host
    public static Url of(URI uri) throws PullException {
        Endpoint endpoint = Endpoint.of(uri);
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery();
        return new Url(endpoint, query == null ? path : path + "?" + query);
    }

    /// The same at another endpoint.
    Url at(Endpoint other) {
        return new Url(other, target);
    }

    URI uri() {
        return URI.create(endpoint + target);
    }

    /// Without the query: signed URLs carry secrets there.
    @Override
    public String toString() {
        return Shown.url(uri());
    }
}
