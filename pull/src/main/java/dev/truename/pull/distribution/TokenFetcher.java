package dev.truename.pull.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.truename.pull.credential.Credential;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.transport.HttpAnswer;
import dev.truename.pull.transport.HttpCall;
import dev.truename.pull.transport.HttpTransport;
import dev.truename.pull.transport.Redirects;
import dev.truename.pull.transport.Url;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// Asks a token server: by GET with a password or nothing, by POST with an identity token (the distribution project's
/// token authentication, and its OAuth 2 form).
final class TokenFetcher {
    private static final int MAX_TOKEN = 1 << 20;
    private static final String CLIENT = "truename";

    private final HttpTransport transport;

    TokenFetcher(HttpTransport transport) {
        this.transport = transport;
    }

    Tokens.Token fetch(Tokens.Purpose purpose) throws PullException {
        Instant asked = transport.settings().pauses().now();
        try (HttpAnswer answer = transport.send(call(purpose))) {
            if (answer.status() != 200) {
                throw refused(purpose, answer);
            }
            TokenResponse response = TokenResponse.parse(answer.source(), answer.bytes(MAX_TOKEN));
            return new Tokens.Token(response.token(), asked.plus(response.life()));
        }
    }

    private static HttpCall call(Tokens.Purpose purpose) throws PullException {
        TokenServers.TokenServer server = purpose.server();
        HttpCall call = purpose.credential() instanceof Credential.IdentityToken token && server.trusted()
                ? HttpCall.post(Url.of(server.url()), refreshForm(purpose, token))
                : HttpCall.get(Url.of(url(purpose)))
                        .authorized(authorization(purpose))
                        .following(Redirects.SAME_ENDPOINT);
        return call.with("Accept", "application/json")
                .insecure(server.insecure())
                .outsideOnly(!server.trusted() && !server.insecure());
    }

    private static Optional<String> authorization(Tokens.Purpose purpose) {
        return purpose.credential() instanceof Credential.Basic basic
                        && purpose.server().trusted()
                ? Optional.of(basic(basic))
                : Optional.empty();
    }

    static String basic(Credential.Basic basic) {
        byte[] pair = (basic.user() + ":" + basic.password()).getBytes(UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static URI url(Tokens.Purpose purpose) {
        URI realm = purpose.server().url();
        StringBuilder url = new StringBuilder(realm.toString()).append(realm.getRawQuery() == null ? '?' : '&');
        purpose.service()
                .ifPresent(service ->
                        url.append("service=").append(encoded(service)).append('&'));
        purpose.scopes()
                .forEach(scope -> url.append("scope=").append(encoded(scope)).append('&'));
        if (purpose.credential() instanceof Credential.Basic basic
                && purpose.server().trusted()) {
            url.append("account=").append(encoded(basic.user())).append('&');
        }
        return URI.create(url.substring(0, url.length() - 1));
    }

    private static String refreshForm(Tokens.Purpose purpose, Credential.IdentityToken token) {
        return "grant_type=refresh_token&client_id=" + CLIENT
                + "&service=" + encoded(purpose.service().orElse(""))
                + "&scope=" + encoded(String.join(" ", purpose.scopes()))
                + "&refresh_token=" + encoded(token.token());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static PullException refused(Tokens.Purpose purpose, HttpAnswer answer) throws PullException {
        PullFailure failure = RegistryFailures.of(answer, "a token");
        boolean withheld = !purpose.server().trusted() && !(purpose.credential() instanceof Credential.Anonymous);
        return new PullException(
                failure instanceof PullFailure.NotFound || failure instanceof PullFailure.Malformed || withheld
                        ? new PullFailure.Unauthorized(
                                answer.source(),
                                "the token server answers " + answer.status() + (withheld ? hint(purpose) : ""))
                        : failure);
    }

    private static String hint(Tokens.Purpose purpose) {
        return "; the credentials for " + purpose.registry() + " were not sent there, as that host is not known to"
                + " belong to it: allow it as a token server of " + purpose.registry() + " if it does";
    }
}
