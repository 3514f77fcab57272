package dev.truename.testkit.http;

import static java.util.Objects.requireNonNull;

/// A status, headers and a body. `Content-Length` is added when it is sent, unless it is there already: a wrong one
/// that was set on purpose is sent as it is, and the connection ends after it.
public record Response(int status, Headers headers, Body body) {
    public Response {
        requireNonNull(headers);
        requireNonNull(body);
    }

    public static Response of(int status) {
        return new Response(status, Headers.NONE, Body.EMPTY);
    }

    public static Response of(int status, String contentType, String text) {
        return new Response(status, Headers.of("Content-Type", contentType), Body.text(text));
    }

    public static Response json(int status, String json) {
        return of(status, "application/json", json);
    }

    /// The header's one value, in place of any before.
    public Response with(String name, String value) {
        return new Response(status, headers.replacing(name, value), body);
    }

    public Response with(Body changed) {
        return new Response(status, headers, changed);
    }

    public Response without(String name) {
        return new Response(status, headers.without(name), body);
    }

    public Response withStatus(int changed) {
        return new Response(changed, headers, body);
    }
}
