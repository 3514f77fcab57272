package dev.truename.rollout.cluster;

import dev.truename.names.reference.Printable;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds out how to talk to a cluster, as kubectl does.
final class ClusterConfig {
    private static final int MAX_KUBECONFIG = 8 << 20;
    private static final int RETRIES = 3;
    private static final int RETRY_MILLIS = 500;

    private ClusterConfig() {}

    static Config of(ClusterChoice choice, String userAgent) throws ClusterException {
        Config config = choice.kubeconfig().isPresent()
                ? ofFile(choice.kubeconfig().get(), choice.context())
                : usual(choice.context());
        requireContext(config, choice.context());
        requireCluster(config);
        config.setUserAgent(userAgent);
        config.setRequestRetryBackoffLimit(RETRIES);
        config.setRequestRetryBackoffInterval(RETRY_MILLIS);
        config.setConnectionTimeout(
                (int) Math.min(Integer.MAX_VALUE, choice.patience().toMillis()));
        config.setRequestTimeout(
                (int) Math.min(Integer.MAX_VALUE, choice.patience().toMillis()));
        return config;
    }

    private static Config ofFile(Path file, Optional<String> context) throws ClusterException {
        try {
            if (Files.size(file) > MAX_KUBECONFIG) {
                throw new IOException("it is larger than any kubeconfig");
            }
            return Config.fromKubeconfig(context.orElse(null), file.toFile());
        } catch (IOException | RuntimeException e) { // the client throws anything at what it does not understand
            throw unusable(file.toString(), e);
        }
    }

    private static Config usual(Optional<String> context) throws ClusterException {
        Config config;
        try {
            config = Config.autoConfigure(context.orElse(null));
        } catch (RuntimeException e) { // as above
            throw unusable("the kubeconfig", e);
        }
        boolean configured = config.getCurrentContext() != null
                || (config.getOauthToken() != null || config.getAutoOAuthToken() != null);
        if (!configured) {
            throw new ClusterException(
                    ClusterException.Kind.CONFIGURATION,
                    "there is no cluster to read: no kubeconfig was found, and this is no pod with a service account",
                    "Name a file with --kubeconfig, or set KUBECONFIG.");
        }
        return config;
    }

    /// Where the context that was asked for does not exist, the client would take another cluster in its place.
    private static void requireContext(Config config, Optional<String> wanted) throws ClusterException {
        NamedContext current = config.getCurrentContext();
        if (wanted.isPresent() && (current == null || !wanted.get().equals(current.getName()))) {
            List<String> known = config.getContexts().stream()
                    .map(NamedContext::getName)
                    .sorted()
                    .limit(20)
                    .toList();
            throw new ClusterException(
                    ClusterException.Kind.CONFIGURATION,
                    "the kubeconfig has no context " + Printable.text(wanted.get()),
                    known.isEmpty() ? "It has none." : "It has " + Printable.text(String.join(", ", known)) + ".");
        }
    }

    /// Where the context's cluster is not in the kubeconfig, the client would send the user's token to the cluster that
    /// it happens to be in; without its user, it would ask as nobody.
    private static void requireCluster(Config config) throws ClusterException {
        NamedContext current = config.getCurrentContext();
        if (current == null || current.getContext() == null) {
            return;
        }
        String user = current.getContext().getUser();
        String missing = config.getFileWithCluster() == null
                ? "cluster " + current.getContext().getCluster()
                : config.getFileWithAuthInfo() == null && user != null && !user.isEmpty() ? "user " + user : "";
        if (!missing.isEmpty()) {
            throw new ClusterException(
                    ClusterException.Kind.CONFIGURATION,
                    "the kubeconfig has no " + Printable.text(missing) + ", which its context "
                            + Printable.text(String.valueOf(current.getName())) + " names",
                    "Correct the context, or name another one with --context.");
        }
    }

    private static ClusterException unusable(String file, Exception cause) {
        String told = cause instanceof NullPointerException ? "something is missing in it" : cause.getMessage();
        return new ClusterException(
                ClusterException.Kind.CONFIGURATION,
                Printable.text(file) + ": the kubeconfig cannot be used: "
                        + Printable.text(told == null ? cause.getClass().getSimpleName() : told),
                "Check it with: kubectl config view",
                cause);
    }
}
