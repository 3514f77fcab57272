package dev.truename.testkit.log;

import static java.util.Objects.requireNonNull;

import dev.truename.testkit.distribution.Route;
import dev.truename.testkit.http.Headers;
import dev.truename.testkit.http.Request;
import java.util.Optional;

/// One request, as it was asked.
///
/// @param sequence counted from 1 for each log, in order of arrival
/// @param connection counted from 1 for each server
/// @param query empty if there is none
public record RecordedRequest(
        long sequence, long connection, String method, String path, String query, Headers headers, Route route) {
    public RecordedRequest {
        requireNonNull(method);
        requireNonNull(path);
        requireNonNull(query);
        requireNonNull(headers);
        requireNonNull(route);
    }

    static RecordedRequest of(long sequence, Request request) {
        return new RecordedRequest(
                sequence,
                request.connection(),
                request.method(),
                request.path(),
                request.query(),
                request.headers(),
                Route.of(request.path()));
    }

    public Route.Kind kind() {
        return route.kind();
    }

    public Optional<String> header(String name) {
        return headers.first(name);
    }

    public Optional<String> authorization() {
        return header("Authorization");
    }

    /// `METHOD PATH`, with the query.
    public String line() {
        return method + " " + path + (query.isEmpty() ? "" : "?" + query);
    }
}
