package dev.truename.testkit.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A request as it came in.
///
/// @param path the target up to `?`, not decoded
/// @param query what follows `?`, not decoded; empty if there is none
/// @param body ends where the request ends
/// @param connection counted from 1 for each server
/// @param secure whether it came over TLS
public record Request(
        String method, String path, String query, Headers headers, InputStream body, long connection, boolean secure) {

    public Request {
        requireNonNull(method);
        requireNonNull(path);
        requireNonNull(query);
        requireNonNull(headers);
        requireNonNull(body);
    }

    public Request withHeaders(Headers changed) {
        return new Request(method, path, query, changed, body, connection, secure);
    }

    /// The path with its query, as it stood in the request line.
    public String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /// `http://HOST` or `https://HOST`, by the Host header.
    public String origin() {
        return (secure ? "https://" : "http://") + headers.first("Host").orElse("localhost");
    }

    public Optional<String> parameter(String name) {
        return parameters(query, name).stream().findFirst();
    }

    /// The decoded values of one name in a query or a form.
    ///
    /// @throws IllegalArgumentException if an escape is broken
    public static List<String> parameters(String form, String name) {
        List<String> values = new ArrayList<>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals >= 0 && decode(pair.substring(0, equals)).equals(name)) {
                values.add(decode(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /// The body, of `limit` bytes at most.
    ///
    /// @throws BadRequestException if it is longer
    public byte[] readBody(int limit) throws IOException {
        byte[] bytes = body.readNBytes(limit);
        if (bytes.length == limit && body.read() >= 0) {
            throw new BadRequestException(413, "the body has more than " + limit + " bytes");
        }
        return bytes;
    }
}
