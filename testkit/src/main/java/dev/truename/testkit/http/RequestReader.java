package dev.truename.testkit.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads requests off a connection (RFC 9112). Bounded: [#MAX_HEAD] bytes of request line and headers.
final class RequestReader {
    static final int MAX_HEAD = 64 * 1024;

    private static final int MAX_DIGITS = 15;

    private final InputStream in;
    private final long connection;
    private final boolean secure;

    RequestReader(InputStream in, long connection, boolean secure) {
        this.in = in;
        this.connection = connection;
        this.secure = secure;
    }

    /// The next request; empty where the client has ended the connection between requests.
    Optional<Request> read() throws IOException {
        LineReader lines = new LineReader(in, MAX_HEAD);
        Optional<String> line = lines.next();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = line.get().split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.") || !parts[1].startsWith("/")) {
            throw new BadRequestException(400, "not a request line");
        }
        Headers headers = headers(lines);
        int question = parts[1].indexOf('?');
        String path = question < 0 ? parts[1] : parts[1].substring(0, question);
        String query = question < 0 ? "" : parts[1].substring(question + 1);
        return Optional.of(new Request(parts[0], path, query, headers, body(headers), connection, secure));
    }

    private static Headers headers(LineReader lines) throws IOException {
        List<Headers.Field> fields = new ArrayList<>();
        while (true) {
            String line = lines.next().orElseThrow(() -> new EOFException("the headers do not end"));
            if (line.isEmpty()) {
                return new Headers(fields);
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new BadRequestException(400, "not a header line");
            }
            fields.add(new Headers.Field(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
    }

    private InputStream body(Headers headers) throws BadRequestException {
        if (headers.first("Transfer-Encoding")
                .filter("chunked"::equalsIgnoreCase)
                .isPresent()) {
            return new ChunkedInput(in);
        }
        Optional<String> length = headers.first("Content-Length");
        return new FixedInput(in, length.isEmpty() ? 0 : number(length.get(), 10));
    }

    /// Digits and nothing else, of no more than any body has bytes.
    static long number(String digits, int radix) throws BadRequestException {
        boolean valid = !digits.isEmpty()
                && digits.length() <= MAX_DIGITS
                && digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
        if (!valid) {
            throw new BadRequestException(400, "not a length");
        }
        return Long.parseLong(digits, radix);
    }

    /// Lines that end in LF or CR LF, of a bounded number of bytes in all.
    static final class LineReader {
        private final InputStream in;
        private int left;

        LineReader(InputStream in, int limit) {
            this.in = in;
            this.left = limit;
        }

        /// Empty at the end of the stream where a line would begin.
        Optional<String> next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int read;
            while ((read = in.read()) != '\n') {
                if (read < 0 && line.size() == 0) {
                    return Optional.empty();
                }
                if (read < 0) {
                    throw new EOFException("the line does not end");
                }
                if (--left < 0) {
                    throw new BadRequestException(431, "the request's head is too long");
                }
                line.write(read);
            }
            String text = line.toString(StandardCharsets.ISO_8859_1);
            return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        }
    }
}
