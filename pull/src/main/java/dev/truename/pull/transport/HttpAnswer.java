package dev.truename.pull.transport;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/// An answer, its body still unread. Close it, whether or not the body was read.
public final class HttpAnswer implements AutoCloseable {
    /// Of a number that fits a long.
    private static final int MAX_DIGITS = 18;

    private final ClassicHttpResponse response;
    private final InputStream body;
    private final Url url;
    private final Endpoint first;

    HttpAnswer(ClassicHttpResponse response, InputStream body, Url url, Endpoint first) {
        this.response = response;
        this.body = body;
        this.url = url;
        this.first = first;
    }

    HttpAnswer askedAt(Endpoint endpoint) {
        return new HttpAnswer(response, body, url, endpoint);
    }

    public int status() {
        return response.getCode();
    }

    /// The URL that answered: http where TLS was not to be had, and the last one after redirects.
    public URI uri() {
        return url.uri();
    }

    /// The endpoint of that URL.
    public Endpoint endpoint() {
        return url.endpoint();
    }

    /// Where it came from, to be shown and logged.
    public String source() {
        return url.toString();
    }

    /// Whether another endpoint answered than the one that was asked.
    public boolean fromElsewhere() {
        return !url.endpoint().equals(first);
    }

    /// A header field's first value.
    public Optional<String> header(String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }

    /// All values of a header field, in order.
    public List<String> headers(String name) {
        List<String> values = new ArrayList<>();
        for (Header header : response.getHeaders(name)) {
            values.add(header.getValue());
        }
        return values;
    }

    /// `Content-Length`, if it is a number. Where there is a body, its length has been read already.
    public OptionalLong contentLength() {
        HttpEntity entity = response.getEntity();
        if (entity != null && entity.getContentLength() >= 0) {
            return OptionalLong.of(entity.getContentLength());
        }
        String text = header("Content-Length").orElse("").strip();
        return isNumber(text) ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MAX_DIGITS;
    }

    /// Failures while reading are [PullException]s.
    public InputStream body() {
        return body;
    }

    /// The whole body.
    ///
    /// @param limit in bytes
    /// @throws PullException as `TooLarge` if there is more
    public byte[] bytes(int limit) throws PullException {
        try {
            byte[] bytes = contentLength().orElse(0) > limit ? new byte[limit + 1] : body.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new PullException(
                        new PullFailure.TooLarge(source(), "the answer is larger than " + limit + " bytes"));
            }
            return bytes;
        } catch (PullException e) {
            throw e;
        } catch (IOException e) {
            throw Failures.of(url, e);
        }
    }

    /// At most `limit` bytes of the body, and no failure: for what is only told.
    public byte[] start(int limit) {
        try {
            return body.readNBytes(limit);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new IllegalStateException("closing a body does not fail", e);
        }
    }
}
