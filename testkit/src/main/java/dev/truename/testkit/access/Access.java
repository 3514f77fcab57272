package dev.truename.testkit.access;

import dev.truename.testkit.distribution.RegistryError;
import dev.truename.testkit.distribution.Route;
import dev.truename.testkit.http.Handler;
import dev.truename.testkit.http.Request;
import dev.truename.testkit.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Who may have what. Asked for every request but those for tokens.
public interface Access {
    /// The refusal, or nothing if the request may go on.
    Optional<Response> refuse(Request request, Route route);

    /// What answers at `/token` of the registry itself, if anything.
    default Optional<Handler> tokens() {
        return Optional.empty();
    }

    /// Everybody may do everything.
    static Access anonymous() {
        return (request, route) -> Optional.empty();
    }

    /// One user with a password, for everything, `/v2/` included.
    static Access basic(String user, String password) {
        String expected = basicAuthorization(user, password);
        return (request, route) -> request.headers()
                        .first("Authorization")
                        .filter(expected::equals)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(
                        RegistryError.UNAUTHORIZED.response().with("WWW-Authenticate", "Basic realm=\"testkit\""));
    }

    /// Tokens of the issuer, to be had at `/token` of the registry itself.
    static Access bearer(TokenIssuer issuer) {
        return new BearerAccess(issuer, Optional.empty());
    }

    /// Tokens of the issuer, to be had, so the registry tells, at `realm`: any text at all.
    static Access bearer(TokenIssuer issuer, String realm) {
        return new BearerAccess(issuer, Optional.of(realm));
    }

    /// The value of an Authorization header.
    static String basicAuthorization(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
