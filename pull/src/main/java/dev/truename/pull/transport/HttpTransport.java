package dev.truename.pull.transport;

import dev.truename.pull.failure.PullException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/// Makes HTTP calls. Any number of threads may call at once; each call blocks its thread, and interrupting the thread
/// ends it with `Cancelled`. Nothing is set up before the first call that needs it.
public final class HttpTransport implements AutoCloseable {
    private final TransportSettings settings;
    private final Connector connector;
    private final RetryPolicy policy;

    public HttpTransport(TransportSettings settings) {
        this.settings = settings;
        this.connector = new Connector(new Dialer(settings));
        this.policy = new RetryPolicy(settings.pauses());
    }

    public TransportSettings settings() {
        return settings;
    }

    /// Makes a call, again where that may help, and follows its redirects. An answer of any status is an answer: what
    /// is left of 429 and 5xx after all tries is handed back.
    ///
    /// @throws PullException if there was no answer, or a redirect is refused
    public HttpAnswer send(HttpCall call) throws PullException {
        Redirector redirector = new Redirector();
        @Nullable Endpoint first = null;
        HttpCall current = call;
        while (true) {
            HttpAnswer answer = sendUntilAnswered(current);
            first = first == null ? answer.endpoint() : first;
            boolean handedOn = false;
            try {
                Optional<HttpCall> next = redirector.next(current, answer);
                if (next.isEmpty()) {
                    handedOn = true;
                    return answer.askedAt(first);
                }
                current = next.get();
            } finally {
                if (!handedOn) {
                    answer.close();
                }
            }
        }
    }

    private HttpAnswer sendUntilAnswered(HttpCall call) throws PullException {
        for (int tried = 1; ; tried++) {
            Duration wait;
            awaitTurn(call.url());
            try {
                HttpAnswer answer = sendOnce(call);
                Optional<Duration> again = call.idempotent() ? policy.afterAnswer(answer, tried) : Optional.empty();
                if (again.isEmpty()) {
                    return answer;
                }
                answer.close();
                wait = again.get();
            } catch (IOException e) {
                PullException failure = Failures.of(call.url(), e);
                if (!call.idempotent() || tried >= RetryPolicy.TRIES || !Failures.passing(e)) {
                    throw failure;
                }
                wait = policy.afterBreak(tried);
            }
            pause(call.url(), wait);
        }
    }

    private void awaitTurn(Url url) throws PullException {
        try {
            settings.pauses().beforeRequest(url.endpoint());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.cancelled(url, e);
        }
    }

    private void pause(Url url, Duration wait) throws PullException {
        try {
            settings.pauses().pause(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.cancelled(url, e);
        }
    }

    /// A connection that waited may have been closed by the other side meanwhile; that counts as no try.
    private HttpAnswer sendOnce(HttpCall call) throws IOException {
        while (true) {
            HttpConnection connection = connector.open(call);
            try {
                return exchange(call, connection);
            } catch (IOException e) {
                connection.close();
                if (!connection.reused()
                        || !Failures.passing(e)
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }

    private HttpAnswer exchange(HttpCall call, HttpConnection connection) throws IOException {
        Url answering = call.url().at(connection.route().endpoint());
        try {
            ClassicHttpResponse response = connection.exchange(call, settings.userAgent());
            connector.answered(call, connection);
            return new HttpAnswer(response, body(response, answering, connection), answering, answering.endpoint());
        } catch (HttpException e) {
            connection.close();
            throw Failures.malformed(answering, e);
        }
    }

    private InputStream body(ClassicHttpResponse response, Url answering, HttpConnection connection)
            throws IOException {
        boolean lasting = keepsOpen(response);
        Runnable end = lasting ? () -> connector.giveBack(connection) : connection::close;
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            end.run();
            return InputStream.nullInputStream();
        }
        return new BodyStream(entity.getContent(), entity.getContentLength(), answering, end, connection::close);
    }

    /// Whether the connection can serve another exchange (RFC 9112, 9.3): not if the body ends where it ends, and not
    /// if its length is told in two ways.
    private static boolean keepsOpen(ClassicHttpResponse response) {
        HttpEntity entity = response.getEntity();
        boolean chunked = response.containsHeader("Transfer-Encoding");
        boolean framed = entity == null || entity.getContentLength() >= 0 || chunked;
        boolean twice = chunked && response.containsHeader("Content-Length");
        for (Header header : response.getHeaders("Connection")) {
            if (header.getValue().toLowerCase(java.util.Locale.ROOT).contains("close")) {
                return false;
            }
        }
        return framed
                && !twice
                && response.getVersion() != null
                && response.getVersion().greaterEquals(HttpVersion.HTTP_1_1);
    }

    /// Closes the connections that wait. Calls under way go on.
    @Override
    public void close() {
        connector.close();
    }
}
