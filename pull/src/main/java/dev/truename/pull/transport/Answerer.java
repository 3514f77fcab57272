package dev.truename.pull.transport;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Who answers a call: the URL as it is really asked for, over plain HTTP where TLS was not to be had. Of most answers
/// nobody wants to know it, and a URL takes Java long to read. For one thread at a time.
final class Answerer {
    private final URI asked;
    private final Endpoint endpoint;
    private @Nullable URI uri;

    /// @param asked as the call has it
    /// @param endpoint where the connection goes
    Answerer(URI asked, Endpoint endpoint) {
        this.asked = asked;
        this.endpoint = endpoint;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /// The path and what follows it, as they go into a request (RFC 9112, 3.2.1).
    String target() {
        String path = asked.getRawPath().isEmpty() ? "/" : asked.getRawPath();
        String query = asked.getRawQuery();
        return query == null ? path : path + "?" + query;
    }

    URI uri() {
        if (uri == null) {
            uri = URI.create(endpoint + target());
        }
        return uri;
    }
}
