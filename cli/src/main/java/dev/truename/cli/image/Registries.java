package dev.truename.cli.image;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.command.Version;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.names.CredentialOptions;
import dev.truename.cli.names.Credentials;
import dev.truename.cli.spec.ExitCode;
import dev.truename.names.config.HostEnvironment;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import dev.truename.pull.credential.Credential;
import dev.truename.pull.credential.CredentialSource;
import dev.truename.pull.credential.GivenCredential;
import dev.truename.pull.distribution.DistributionClient;
import dev.truename.pull.distribution.DistributionSettings;
import dev.truename.pull.distribution.RemoteRepository;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.probe.PacedRequests;
import dev.truename.pull.pull.Remotes;
import dev.truename.pull.transport.Pauses;
import dev.truename.pull.transport.Proxies;
import dev.truename.pull.transport.TransportSettings;
import dev.truename.pull.transport.TrustSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The registries as the command line and the environment say that they are to be talked to. For a pull one for each
/// name, since credentials that are given belong to one registry.
public final class Registries implements Remotes, AutoCloseable {
    private final DistributionClient client;
    private final Optional<Boolean> verify;

    private Registries(DistributionClient client, Optional<Boolean> verify) {
        this.client = client;
        this.verify = verify;
    }

    /// @param first what `--creds` is for: the first candidate of the name
    static Registries open(Arguments arguments, Context context, RegistriesConfiguration configuration, Qualified first)
            throws CommandException {
        CredentialSource credentials = credentials(arguments, context.host().get(), configuration, first);
        return open(arguments, context, credentials, Pauses.real());
    }

    /// For many questions: each host gets so many requests a second, and only credentials from files and helpers.
    public static Registries paced(
            Arguments arguments, Context context, RegistriesConfiguration configuration, int perSecond)
            throws CommandException {
        Optional<Path> authFile = ConfigurationLoading.path(arguments, CredentialOptions.AUTHFILE);
        CredentialSource credentials =
                Credentials.lookup(authFile, context.host().get(), configuration);
        return open(arguments, context, credentials, new PacedRequests(Pauses.real(), perSecond));
    }

    private static Registries open(Arguments arguments, Context context, CredentialSource credentials, Pauses pauses)
            throws CommandException {
        return new Registries(
                new DistributionClient(settings(arguments, context, pauses), credentials),
                arguments.isOn(RegistryOptions.TLS_VERIFY));
    }

    /// What clients of registries are told.
    public static DistributionSettings settings(Arguments arguments, Context context, Pauses pauses)
            throws CommandException {
        HostEnvironment host = context.host().get();
        try {
            return new DistributionSettings(
                    TransportSettings.of(Version.text())
                            .with(Proxies.of(host.variables()))
                            .with(trust(arguments, host))
                            .with(pauses),
                    tokenServers(arguments));
        } catch (PullException e) {
            throw PullProblems.of(e.failure());
        }
    }

    private static TrustSettings trust(Arguments arguments, HostEnvironment host) throws CommandException {
        String set = host.variables().getOrDefault("XDG_CONFIG_HOME", "");
        Path configHome = set.startsWith("/") ? Path.of(set) : host.home().resolve(".config");
        TrustSettings standard = TrustSettings.standard(Optional.of(configHome), host.variables());
        Optional<Path> folder = ConfigurationLoading.path(arguments, RegistryOptions.CERT_DIR);
        return folder.isEmpty() ? standard : standard.withCommandFolder(folder.get());
    }

    private static CredentialSource credentials(
            Arguments arguments, HostEnvironment host, RegistriesConfiguration configuration, Qualified first)
            throws CommandException {
        Optional<String> given = arguments.value(RegistryOptions.CREDS);
        if (given.isEmpty()) {
            Optional<Path> authFile = ConfigurationLoading.path(arguments, CredentialOptions.AUTHFILE);
            return Credentials.lookup(authFile, host, configuration);
        }
        int colon = given.get().indexOf(':');
        String user = colon < 0 ? given.get() : given.get().substring(0, colon);
        String password = colon < 0 ? "" : given.get().substring(colon + 1);
        return new GivenCredential(first.repository().host(), new Credential.Basic(user, password));
    }

    private static Map<String, Set<String>> tokenServers(Arguments arguments) throws CommandException {
        Map<String, Set<String>> servers = new HashMap<>();
        for (String pair : arguments.values(RegistryOptions.TOKEN_SERVER)) {
            int equals = pair.indexOf('=');
            String registry = pair.substring(0, Math.max(0, equals));
            String host = pair.substring(equals + 1);
            if (equals < 0 || !Repository.isRegistry(registry) || isNoHost(host)) {
                throw new CommandException(
                        ExitCode.USAGE,
                        "usage",
                        "\"" + pair + "\" is no pair of a registry and a token server",
                        "Write --token-server=REGISTRY=HOST, the host without a port, such as"
                                + " registry.example:5000=auth.example.");
            }
            servers.computeIfAbsent(registry, key -> new HashSet<>()).add(host);
        }
        return servers;
    }

    /// A host is meant with all of its ports; one that is given would never be the host of a URL.
    private static boolean isNoHost(String host) {
        return host.isEmpty() || host.indexOf('/') >= 0 || (host.indexOf(':') >= 0 && !host.startsWith("["));
    }

    @Override
    public RemoteRepository at(PullSource source) {
        boolean insecure = verify.isPresent() ? !verify.get() : source.insecure();
        return client.repository(source.reference().repository(), insecure);
    }

    @Override
    public void close() {
        client.close();
    }
}
