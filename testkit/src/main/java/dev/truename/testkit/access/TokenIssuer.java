package dev.truename.testkit.access;

import static java.util.Objects.requireNonNull;

import dev.truename.testkit.distribution.RegistryError;
import dev.truename.testkit.http.Handler;
import dev.truename.testkit.http.Reply;
import dev.truename.testkit.http.Request;
import dev.truename.testkit.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Issues bearer tokens, by GET with basic credentials or none, and by POST with a password or a refresh token; and
/// knows which are good. Mounted in a registry, or served by a [TokenServer] of its own. What it issues says nothing to
/// anybody else, unless it is signed.
public final class TokenIssuer implements Handler {
    /// What a token is worth for one request.
    enum Verdict {
        GOOD,
        INVALID,
        INSUFFICIENT
    }

    private record Issued(List<Scope> scopes, Instant expiry, AtomicInteger usesLeft) {}

    private static final int MAX_FORM = 64 * 1024;

    private final Builder settings;
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger withheld = new AtomicInteger();

    private TokenIssuer(Builder settings) {
        this.settings = settings;
        this.refreshTokens = new ConcurrentHashMap<>(settings.refreshTokens);
    }

    public static Builder builder() {
        return new Builder();
    }

    /// An issuer that gives anybody a token for anything.
    public static TokenIssuer open() {
        return builder().build();
    }

    public String service() {
        return settings.service;
    }

    /// How many tokens were given out.
    public int issuedTokens() {
        return count.get();
    }

    /// Makes all tokens given out so far invalid.
    public void revokeAll() {
        issued.clear();
    }

    /// Lets the next so many tokens be good for nothing, so that the registry answers `insufficient_scope`.
    public void withholdScopes(int tokens) {
        withheld.set(tokens);
    }

    Verdict check(String token, String repository, String action) {
        @Nullable Issued known = issued.get(token);
        if (known == null || !settings.clock.instant().isBefore(known.expiry())) {
            return Verdict.INVALID;
        }
        if (known.usesLeft().getAndDecrement() <= 0) {
            return Verdict.INVALID;
        }
        boolean covered =
                repository.isEmpty() || known.scopes().stream().anyMatch(scope -> scope.allows(repository, action));
        return covered ? Verdict.GOOD : Verdict.INSUFFICIENT;
    }

    @Override
    public Reply handle(Request request) throws IOException {
        return new Reply.Full(
                switch (request.method()) {
                    case "GET" -> byGet(request);
                    case "POST" -> byPost(new String(request.readBody(MAX_FORM), StandardCharsets.UTF_8));
                    default -> RegistryError.UNSUPPORTED.response();
                });
    }

    private Response byGet(Request request) {
        Optional<String> authorization = request.headers().first("Authorization");
        String scope = String.join(" ", Request.parameters(request.query(), "scope"));
        if (authorization.isEmpty()) {
            return settings.anonymous ? grant("", scope, Optional.empty()) : refused();
        }
        return settings.users.entrySet().stream()
                .filter(user -> Access.basicAuthorization(user.getKey(), user.getValue())
                        .equals(authorization.get()))
                .findFirst()
                .map(user -> grant(user.getKey(), scope, newRefreshToken(request.query(), user.getKey())))
                .orElseGet(TokenIssuer::refused);
    }

    private Response byPost(String form) {
        String scope = String.join(" ", Request.parameters(form, "scope"));
        return switch (first(form, "grant_type")) {
            case "refresh_token" -> {
                String token = first(form, "refresh_token");
                @Nullable String user = refreshTokens.get(token);
                yield user == null ? refused() : grant(user, scope, Optional.of(token));
            }
            case "password" -> {
                String user = first(form, "username");
                boolean known = first(form, "password").equals(settings.users.get(user));
                yield known ? grant(user, scope, newRefreshToken(form, user)) : refused();
            }
            default -> Response.json(400, "{\"error\":\"unsupported_grant_type\"}");
        };
    }

    private static String first(String form, String name) {
        return Request.parameters(form, name).stream().findFirst().orElse("");
    }

    /// One only where the client asks for it (`offline_token=true`, `access_type=offline`).
    private Optional<String> newRefreshToken(String form, String user) {
        boolean asked = first(form, "offline_token").equals("true")
                || first(form, "access_type").equals("offline");
        if (!asked) {
            return Optional.empty();
        }
        String token = "refresh-" + (refreshTokens.size() + 1);
        refreshTokens.put(token, user);
        return Optional.of(token);
    }

    private static Response refused() {
        return RegistryError.UNAUTHORIZED.response().with("WWW-Authenticate", "Basic realm=\"testkit-token\"");
    }

    private Response grant(String user, String scope, Optional<String> refreshToken) {
        boolean empty = withheld.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        List<Scope> granted = Scope.parse(scope).stream()
                .filter(wanted -> !empty && settings.policy.test(user, wanted))
                .toList();
        Instant now = settings.clock.instant();
        Instant expiry = now.plus(settings.lifetime);
        String name = "token-" + count.incrementAndGet();
        String id = name + "-".repeat(Math.max(0, settings.tokenLength - name.length()));
        String token = settings.signer
                .map(signer -> signer.sign(new TokenClaims(settings.service, user, id, now, expiry, granted)))
                .orElse(id);
        issued.put(token, new Issued(granted, expiry, new AtomicInteger(settings.uses)));
        return Response.json(200, body(token, refreshToken));
    }

    private String body(String token, Optional<String> refreshToken) {
        StringBuilder json = new StringBuilder("{");
        for (String field : settings.tokenFields) {
            json.append('"').append(field).append("\":\"").append(token).append("\",");
        }
        refreshToken.ifPresent(
                value -> json.append("\"refresh_token\":\"").append(value).append("\","));
        json.append("\"padding\":\"").append("x".repeat(settings.padding)).append("\",");
        return json.append("\"expires_in\":")
                .append(settings.lifetime.toSeconds())
                .append('}')
                .toString();
    }

    /// Collects settings. Used by one thread.
    public static final class Builder {
        private final Map<String, String> users = new HashMap<>();
        private final Map<String, String> refreshTokens = new HashMap<>();
        private String service = "testkit";
        private boolean anonymous = true;
        private int uses = Integer.MAX_VALUE;
        private Duration lifetime = Duration.ofMinutes(5);
        private InstantSource clock = InstantSource.system();
        private int tokenLength;
        private int padding;
        private List<String> tokenFields = List.of("token", "access_token");
        private BiPredicate<String, Scope> policy = (user, scope) -> true;
        private Optional<JwtSigner> signer = Optional.empty();

        private Builder() {}

        public Builder service(String name) {
            this.service = requireNonNull(name);
            return this;
        }

        /// A user; from then on nobody gets a token without credentials, unless [#anonymous()] allows it.
        public Builder user(String name, String password) {
            users.put(name, password);
            anonymous = false;
            return this;
        }

        public Builder anonymous() {
            anonymous = true;
            return this;
        }

        /// An identity token that was given out before, and for whom.
        public Builder refreshToken(String token, String user) {
            refreshTokens.put(token, user);
            return this;
        }

        /// For how many requests each token is good; expired afterwards, whatever the clock says.
        public Builder usesPerToken(int requests) {
            this.uses = requests;
            return this;
        }

        /// How long tokens live by the clock; told as `expires_in`, whole seconds.
        public Builder lifetime(Duration duration, InstantSource time) {
            this.lifetime = requireNonNull(duration);
            this.clock = requireNonNull(time);
            return this;
        }

        /// At least so many characters a token.
        public Builder tokenLength(int characters) {
            this.tokenLength = characters;
            return this;
        }

        /// So many bytes more in each token response, in a field that nobody asked for.
        public Builder padding(int bytes) {
            this.padding = bytes;
            return this;
        }

        /// Under which names a response has the token: `token`, `access_token`, both (so it is at first), or neither.
        public Builder tokenFields(String... names) {
            this.tokenFields = List.of(names);
            return this;
        }

        /// Which scopes a user (empty: nobody) is given of those asked for.
        public Builder policy(BiPredicate<String, Scope> grants) {
            this.policy = requireNonNull(grants);
            return this;
        }

        /// Signs the tokens, for registries that look at nothing else. Such a registry is told [#service()] for both
        /// its `service` and its `issuer`, and goes by its own clock: uses and revocation are unknown to it.
        public Builder signed(JwtSigner by) {
            this.signer = Optional.of(by);
            return this;
        }

        public TokenIssuer build() {
            return new TokenIssuer(this);
        }
    }
}
