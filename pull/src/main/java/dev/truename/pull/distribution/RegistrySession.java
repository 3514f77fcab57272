package dev.truename.pull.distribution;

import dev.truename.names.reference.Repository;
import dev.truename.pull.credential.Credential;
import dev.truename.pull.credential.CredentialSource;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.transport.Challenge;
import dev.truename.pull.transport.Endpoint;
import dev.truename.pull.transport.HttpAnswer;
import dev.truename.pull.transport.HttpCall;
import dev.truename.pull.transport.HttpTransport;
import dev.truename.pull.transport.Url;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Calls to one repository, with what its registry wants as proof. What was proved is kept for the next call.
final class RegistrySession {
    private static final String DOCKER_HUB_PHYSICAL = "registry-1.docker.io";
    /// Without; with a token or password; with a fresh token; with a token of more scopes.
    private static final int MAX_TRIES = 4;
    /// How often a token for the same purpose may be asked for again.
    private static final int MAX_RENEWALS = 2;

    /// What the last challenge led to.
    private sealed interface Proof {
        /// The value of the `Authorization` field.
        Optional<String> authorization();

        record Nothing() implements Proof {
            @Override
            public Optional<String> authorization() {
                return Optional.empty();
            }
        }

        record Password(Credential.Basic credential) implements Proof {
            @Override
            public Optional<String> authorization() {
                return Optional.of(TokenFetcher.basic(credential));
            }
        }

        /// A token that the caller gave. There is no other one to be had.
        record Given(Credential.RegistryToken credential) implements Proof {
            @Override
            public Optional<String> authorization() {
                return Optional.of("Bearer " + credential.token());
            }
        }

        record Bearer(Tokens.Purpose purpose, Tokens.Token token) implements Proof {
            @Override
            public Optional<String> authorization() {
                return Optional.of("Bearer " + token.value());
            }
        }
    }

    private final Repository repository;
    private final boolean insecure;
    private final HttpTransport transport;
    private final CredentialSource credentials;
    private final TokenServers tokenServers;
    private final Tokens tokens;
    private volatile @Nullable Endpoint registry;
    private volatile Proof proof = new Proof.Nothing();

    RegistrySession(
            Repository repository,
            boolean insecure,
            HttpTransport transport,
            CredentialSource credentials,
            TokenServers tokenServers,
            Tokens tokens) {
        this.repository = repository;
        this.insecure = insecure;
        this.transport = transport;
        this.credentials = credentials;
        this.tokenServers = tokenServers;
        this.tokens = tokens;
    }

    /// The URL of something in the repository.
    Url url(String kind, String reference) throws PullException {
        return new Url(registry(), "/v2/" + repository.path() + "/" + kind + "/" + reference);
    }

    private Endpoint registry() throws PullException {
        @Nullable Endpoint known = registry;
        if (known == null) {
            String host = repository.host().equals(Repository.DOCKER_HUB) ? DOCKER_HUB_PHYSICAL : repository.host();
            known = Endpoint.of(URI.create("https://" + host));
            registry = known;
        }
        return known;
    }

    /// The URL of the registry's API itself.
    Url api() throws PullException {
        return new Url(registry(), "/v2/");
    }

    /// The URL of something of the repository in the API of an extension that came before the specification's.
    Url extension(String kind, String reference) throws PullException {
        return new Url(registry(), "/extensions/v2/" + repository.path() + "/" + kind + "/" + reference);
    }

    /// Makes a call that shows nothing, whatever the answer asks for.
    HttpAnswer sendWithoutProof(HttpCall call) throws PullException {
        return transport.send(call);
    }

    /// Whether the registry says of itself that it has a property, to whoever asks.
    boolean announces(String field, String value) throws PullException {
        try (HttpAnswer answer = transport.send(HttpCall.get(api()).insecure(insecure))) {
            return answer.header(field).filter(value::equals).isPresent();
        }
    }

    /// Makes a call, and again with proof for as long as the registry asks for more than was shown.
    HttpAnswer send(HttpCall call) throws PullException {
        Proof shown = current();
        for (int tries = 1; ; tries++) {
            HttpAnswer answer = transport.send(call.insecure(insecure).authorized(shown.authorization()));
            boolean handedOn = false;
            try {
                boolean last = tries == MAX_TRIES || answer.fromElsewhere();
                Optional<Proof> better = last ? Optional.empty() : better(answer, shown, tries);
                if (better.isEmpty()) {
                    handedOn = true;
                    return answer;
                }
                shown = better.get();
                proof = shown;
            } finally {
                if (!handedOn) {
                    answer.close();
                }
            }
        }
    }

    /// What convinced last time, with a token that has not expired meanwhile.
    private Proof current() throws PullException {
        Proof known = proof;
        return known instanceof Proof.Bearer bearer
                ? new Proof.Bearer(bearer.purpose(), tokens.get(bearer.purpose(), Optional.empty()))
                : known;
    }

    /// What to show next, if the answer asks for proof and there is more than was shown.
    private Optional<Proof> better(HttpAnswer answer, Proof shown, int tries) throws PullException {
        if (answer.status() != 401 && answer.status() != 403) {
            return Optional.empty();
        }
        List<Challenge> challenges = Challenge.parse(answer.headers("WWW-Authenticate"));
        Optional<Challenge> bearer = ofScheme(challenges, "bearer").filter(c -> asksForMore(answer, c));
        if (bearer.isPresent()) {
            return betterToken(answer, bearer.get(), shown, tries);
        }
        boolean basic = answer.status() == 401 && ofScheme(challenges, "basic").isPresent();
        return basic && tries == 1 ? password(answer).filter(other -> !other.equals(shown)) : Optional.empty();
    }

    private static Optional<Challenge> ofScheme(List<Challenge> challenges, String scheme) {
        return challenges.stream().filter(c -> c.scheme().equals(scheme)).findFirst();
    }

    private static boolean asksForMore(HttpAnswer answer, Challenge challenge) {
        return answer.status() == 401
                || challenge
                        .parameter("error")
                        .filter("insufficient_scope"::equals)
                        .isPresent();
    }

    private Optional<Proof> password(HttpAnswer answer) throws PullException {
        return switch (credential()) {
            case Credential.Basic basic -> Optional.of(new Proof.Password(basic));
            case Credential.Anonymous nobody -> Optional.empty();
            case Credential.RegistryToken token -> Optional.of(new Proof.Given(token));
            case Credential.IdentityToken token ->
                throw new PullException(new PullFailure.Unauthorized(
                        answer.source(), "the registry wants a password, but there is only an identity token"));
        };
    }

    private Optional<Proof> betterToken(HttpAnswer answer, Challenge challenge, Proof shown, int tries)
            throws PullException {
        if (credential() instanceof Credential.RegistryToken token) {
            Proof given = new Proof.Given(token);
            return shown.equals(given) ? Optional.empty() : Optional.of(given);
        }
        String realm = challenge.parameter("realm").orElse("");
        TokenServers.TokenServer server = tokenServers.admit(repository.host(), answer, realm, insecure);
        SortedSet<String> scopes = new TreeSet<>(Scopes.of(challenge.parameter("scope"), repository));
        Optional<Tokens.Token> rejected = Optional.empty();
        if (shown instanceof Proof.Bearer bearer) {
            scopes.addAll(bearer.purpose().scopes());
            rejected = Optional.of(bearer.token());
        }
        Tokens.Purpose purpose =
                new Tokens.Purpose(repository.host(), server, challenge.parameter("service"), scopes, credential());
        if (shown instanceof Proof.Bearer bearer && bearer.purpose().equals(purpose) && tries > MAX_RENEWALS) {
            return Optional.empty();
        }
        return Optional.of(new Proof.Bearer(purpose, tokens.get(purpose, rejected)));
    }

    /// Looked up whenever it is asked for, which is seldom: whoever logs in again need not start a long-lived program
    /// again.
    private Credential credential() throws PullException {
        return credentials.find(repository).credential();
    }
}
