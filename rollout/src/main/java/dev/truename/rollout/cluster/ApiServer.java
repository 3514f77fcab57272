package dev.truename.rollout.cluster;

import dev.truename.names.reference.Printable;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// The API server, as the configuration says that it is to be talked to. Retries what may pass; credentials are
/// renewed where the kubeconfig says how.
final class ApiServer implements AutoCloseable {
    /// In bytes: a page of a few hundred objects, of which the largest has a megabyte or two.
    private static final int MAX_ANSWER = 128 << 20;

    private final KubernetesClient client;
    private final HttpClient http;
    private final String url;
    private final Duration patience;

    ApiServer(Config config, Duration patience) {
        this.client = new KubernetesClientBuilder().withConfig(config).build();
        this.http = client.getHttpClient();
        String master = config.getMasterUrl();
        this.url = master.endsWith("/") ? master : master + "/";
        this.patience = patience;
    }

    /// Where it is, to be shown.
    String shown() {
        return Printable.text(url);
    }

    /// Asks by GET. An answer of any status is an answer.
    ///
    /// @param path without a slash in front, with its query
    ApiAnswer get(String path) throws ClusterException {
        HttpRequest request = http.newHttpRequestBuilder()
                .uri(URI.create(url + path))
                .header("Accept", "application/json")
                .build();
        BoundedBody body = new BoundedBody(MAX_ANSWER);
        long deadline = System.nanoTime() + patience.toNanos();
        HttpResponse<AsyncBody> response = await(http.consumeBytes(request, body), deadline);
        response.body().consume();
        try {
            await(response.body().done(), deadline);
        } catch (CancellationException e) {
            // The body cancels what is too large.
        } catch (ClusterException e) {
            response.body().cancel();
            throw e;
        }
        if (body.isTooLarge()) {
            throw new ClusterException(
                    ClusterException.Kind.MALFORMED,
                    shown() + ": an answer has more than " + (MAX_ANSWER >> 20) + " MiB",
                    "Read one namespace at a time.");
        }
        return new ApiAnswer(response.code(), body.bytes());
    }

    private <T> T await(CompletableFuture<T> future, long deadline) throws ClusterException {
        try {
            return future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new ClusterException(ClusterException.Kind.INTERRUPTED, "interrupted", "", e);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw unreachable("no answer within " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw unreachable(told(e), e);
        }
    }

    private ClusterException unreachable(String why, Exception cause) {
        return new ClusterException(
                ClusterException.Kind.UNREACHABLE,
                "the cluster's API server " + shown() + " cannot be read: " + why,
                "Check the kubeconfig's context, the network, and the cluster's certificate: kubectl version should"
                        + " tell the server's version.",
                cause);
    }

    /// The innermost reason: what stands around it says where in the client it was noticed.
    private static String told(ExecutionException e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof SSLException)) {
            cause = cause.getCause();
        }
        if (cause instanceof ClosedChannelException) { // what the JDK's client says of a refused connection
            return "nobody takes the connection";
        }
        if (cause instanceof UnresolvedAddressException) {
            return "its name has no address";
        }
        String message = cause.getMessage();
        String kind = cause.getClass().getSimpleName();
        return Printable.text(message == null || message.isBlank() ? kind : kind + ": " + message);
    }

    @Override
    public void close() {
        client.close();
    }
}
