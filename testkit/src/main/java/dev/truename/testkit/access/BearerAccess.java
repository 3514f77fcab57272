package dev.truename.testkit.access;

import dev.truename.testkit.distribution.RegistryError;
import dev.truename.testkit.distribution.Route;
import dev.truename.testkit.http.Handler;
import dev.truename.testkit.http.Request;
import dev.truename.testkit.http.Response;
import java.util.Optional;

/// Bearer tokens (distribution's token specification).
///
/// @param realm where tokens are said to be had; empty for `/token` of the registry itself
record BearerAccess(TokenIssuer issuer, Optional<String> realm) implements Access {
    @Override
    public Optional<Response> refuse(Request request, Route route) {
        Optional<String> token = request.headers()
                .first("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7));
        if (token.isEmpty()) {
            return Optional.of(challenge(request, route, ""));
        }
        return switch (issuer.check(token.get(), route.repository(), action(request))) {
            case GOOD -> Optional.empty();
            case INVALID -> Optional.of(challenge(request, route, ",error=\"invalid_token\""));
            case INSUFFICIENT -> Optional.of(challenge(request, route, ",error=\"insufficient_scope\""));
        };
    }

    private static String action(Request request) {
        return switch (request.method()) {
            case "GET", "HEAD" -> "pull";
            case "DELETE" -> "delete";
            default -> "push";
        };
    }

    private Response challenge(Request request, Route route, String error) {
        String actions = action(request).equals("push") ? "pull,push" : action(request);
        String scope =
                route.repository().isEmpty() ? "" : ",scope=\"repository:" + route.repository() + ":" + actions + "\"";
        String value = "Bearer realm=\"" + realm.orElseGet(() -> request.origin() + "/token") + "\",service=\""
                + issuer.service() + "\"" + scope + error;
        return RegistryError.UNAUTHORIZED.response().with("WWW-Authenticate", value);
    }

    @Override
    public Optional<Handler> tokens() {
        return realm.isEmpty() ? Optional.of(issuer) : Optional.empty();
    }
}
