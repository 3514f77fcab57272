package dev.truename.pull.transport;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.failure.PullFailure.Cancelled;
import dev.truename.pull.failure.PullFailure.Malformed;
import dev.truename.pull.failure.PullFailure.Tls;
import dev.truename.pull.failure.PullFailure.TooLarge;
import dev.truename.pull.failure.PullFailure.Unauthorized;
import dev.truename.pull.failure.PullFailure.Unreachable;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/// What went wrong on the wire, as a [PullFailure].
final class Failures {
    private Failures() {}

    static PullException cancelled(Url url, @Nullable Exception cause) {
        return new PullException(new Cancelled(url.toString(), "stopped"), cause);
    }

    static PullException malformed(Url url, HttpException cause) {
        return new PullException(new Malformed(url.toString(), "the answer is not HTTP: " + told(cause)), cause);
    }

    /// An exception of reading, writing or connecting, as a failure; a thread that was interrupted has been stopped.
    static PullException of(Url url, IOException cause) {
        return Thread.currentThread().isInterrupted()
                ? cancelled(url, cause)
                : cause instanceof PullException known
                        ? known
                        : new PullException(failure(url.toString(), cause), cause);
    }

    private static PullFailure failure(String source, IOException cause) {
        return switch (cause) {
            case UnknownHostException e -> new Unreachable(source, "the host's name is not known");
            case SocketTimeoutException e -> new Unreachable(source, "timed out: " + told(e));
            case ConnectException e -> new Unreachable(source, "the connection was refused: " + told(e));
            case ProxyException e -> new Unreachable(source, told(e));
            case InternalAddressException e ->
                new Unauthorized(
                        source,
                        "a registry sent us to an internal address for a token; that is refused unless the token"
                                + " server is configured");
            case PlainSecretException e -> new Unauthorized(source, told(e));
            case NotTlsException e -> new Tls(source, "there is no TLS; plain HTTP is used with insecure sources only");
            case SSLException e when broke(e) -> new Unreachable(source, "the connection broke: " + told(e));
            case SSLException e -> new Tls(source, told(e));
            case MessageConstraintException e -> new TooLarge(source, "the answer's head is too large");
            default -> new Unreachable(source, "the connection broke: " + told(cause));
        };
    }

    private static boolean broke(SSLException e) {
        return e.getCause() instanceof SocketException || e.getCause() instanceof EOFException;
    }

    private static String told(Exception e) {
        String message = e.getMessage();
        return Shown.text(message == null ? e.getClass().getSimpleName() : message);
    }

    /// Whether the connection broke before an answer, or was refused, so that the next try may fare better.
    static boolean passing(IOException e) {
        return switch (e) {
            case SSLException tls -> broke(tls);
            case ProxyException proxy -> proxy.getCause() instanceof IOException cause && passing(cause);
            case NotTlsException none -> none.getCause() instanceof SSLException tls && broke(tls);
            default ->
                e instanceof SocketException
                        || e instanceof NoHttpResponseException
                        || e instanceof ConnectionClosedException
                        || e instanceof EOFException;
        };
    }
}
