package dev.truename.pull.distribution;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Repository;
import dev.truename.pull.credential.CredentialSource;
import dev.truename.pull.transport.HttpTransport;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Reads from registries. One client for a whole program, or one for each user of it: connections, tokens and what was
/// learnt of a host are kept in it, and shared by any number of threads.
public final class DistributionClient implements AutoCloseable {
    private final HttpTransport transport;
    private final boolean shared;
    private final CredentialSource credentials;
    private final TokenServers tokenServers;
    private final Tokens tokens;
    private final Map<Repository, RegistrySession> verified = new ConcurrentHashMap<>();
    private final Map<Repository, RegistrySession> insecure = new ConcurrentHashMap<>();

    public DistributionClient(DistributionSettings settings, CredentialSource credentials) {
        this(new HttpTransport(settings.transport()), false, settings.tokenServers(), credentials);
    }

    /// One that shares its connections with others, and nothing else: for programs that ask for many, each with
    /// credentials of its own.
    ///
    /// @param transport not closed with this client
    /// @param tokenServers as in [DistributionSettings]
    public DistributionClient(
            HttpTransport transport, Map<String, Set<String>> tokenServers, CredentialSource credentials) {
        this(transport, true, tokenServers, credentials);
    }

    private DistributionClient(
            HttpTransport transport,
            boolean shared,
            Map<String, Set<String>> tokenServers,
            CredentialSource credentials) {
        this.transport = requireNonNull(transport);
        this.shared = shared;
        this.credentials = requireNonNull(credentials);
        this.tokenServers = new TokenServers(tokenServers);
        this.tokens = new Tokens(transport);
    }

    /// A repository as its registry serves it. Contacts nobody yet.
    ///
    /// @param insecure whether this registry's certificate may go unverified and, if it has no TLS, plain HTTP be
    /// used
    public RemoteRepository repository(Repository repository, boolean insecure) {
        RegistrySession session =
                (insecure ? this.insecure : verified).computeIfAbsent(repository, name -> session(name, insecure));
        return new HttpRepository(repository, session);
    }

    private RegistrySession session(Repository repository, boolean insecure) {
        return new RegistrySession(repository, insecure, transport, credentials, tokenServers, tokens);
    }

    /// Closes the connections that wait. Calls under way go on.
    @Override
    public void close() {
        if (!shared) {
            transport.close();
        }
    }
}
