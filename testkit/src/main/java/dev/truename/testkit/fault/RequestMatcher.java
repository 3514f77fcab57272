package dev.truename.testkit.fault;

import static java.util.Objects.requireNonNull;

import dev.truename.testkit.distribution.Route;
import dev.truename.testkit.log.RecordedRequest;
import java.util.function.Predicate;

/// Which requests a fault is for: a description, and which of those that fit it, counted from 1 where the fault is
/// injected. Immutable: each method gives a narrower matcher.
///
/// @param description what a request has to be like
/// @param from the first that is meant, of those that are like it
/// @param count how many are meant from there on
public record RequestMatcher(Predicate<RecordedRequest> description, int from, int count) {
    public RequestMatcher {
        requireNonNull(description);
        if (from < 1 || count < 0) {
            throw new IllegalArgumentException("requests are counted from 1");
        }
    }

    public static RequestMatcher any() {
        return new RequestMatcher(_ -> true, 1, Integer.MAX_VALUE);
    }

    public static RequestMatcher manifests() {
        return any().kind(Route.Kind.MANIFEST);
    }

    public static RequestMatcher blobs() {
        return any().kind(Route.Kind.BLOB);
    }

    public static RequestMatcher tokens() {
        return any().kind(Route.Kind.TOKEN);
    }

    public static RequestMatcher pings() {
        return any().kind(Route.Kind.PING);
    }

    public RequestMatcher kind(Route.Kind kind) {
        return and(request -> request.kind() == kind);
    }

    public RequestMatcher method(String method) {
        return and(request -> request.method().equals(method));
    }

    public RequestMatcher repository(String repository) {
        return and(request -> request.route().repository().equals(repository));
    }

    /// A tag, or a digest.
    public RequestMatcher reference(String reference) {
        return and(request -> request.route().reference().equals(reference));
    }

    /// Only requests that bring an Authorization header: so the answer to the challenge is left alone.
    public RequestMatcher authorized() {
        return and(request -> request.authorization().isPresent());
    }

    public RequestMatcher and(Predicate<RecordedRequest> more) {
        return new RequestMatcher(description.and(more), from, count);
    }

    /// The one at this place alone, counted from 1.
    public RequestMatcher nth(int place) {
        return new RequestMatcher(description, place, 1);
    }

    public RequestMatcher first(int requests) {
        return new RequestMatcher(description, 1, requests);
    }

    /// All but so many at the start.
    public RequestMatcher after(int requests) {
        return new RequestMatcher(description, requests + 1, Integer.MAX_VALUE);
    }
}
