package dev.truename.testkit;

import dev.truename.testkit.http.Body;
import dev.truename.testkit.http.Response;
import java.util.Optional;

/// One range of a body (RFC 9110, section 14). Several ranges, and other units, are answered as if none were asked for.
record ByteRange(long first, long last) {
    private static final String UNIT = "bytes=";

    /// 206 with the range, 416 where there is no such range, 200 where none is asked for.
    static Response answer(Response whole, Optional<String> header) {
        long length = whole.body().length();
        if (header.isEmpty() || !header.get().startsWith(UNIT) || header.get().indexOf(',') >= 0) {
            return whole;
        }
        try {
            return parse(header.get().substring(UNIT.length()), length)
                    .map(range -> range.of(whole))
                    .orElseGet(() -> Response.of(416).with("Content-Range", "bytes */" + length));
        } catch (NumberFormatException e) {
            return whole;
        }
    }

    private static Optional<ByteRange> parse(String range, long length) {
        int dash = range.indexOf('-');
        if (dash < 0) {
            throw new NumberFormatException("no dash");
        }
        if (dash == 0) {
            long suffix = Math.min(Long.parseUnsignedLong(range.substring(1)), length);
            return suffix == 0 ? Optional.empty() : Optional.of(new ByteRange(length - suffix, length - 1));
        }
        long first = Long.parseUnsignedLong(range.substring(0, dash));
        long last = dash == range.length() - 1 ? length - 1 : Long.parseUnsignedLong(range.substring(dash + 1));
        return first < 0 || first >= length || last < first
                ? Optional.empty()
                : Optional.of(new ByteRange(first, Math.min(last, length - 1)));
    }

    private Response of(Response whole) {
        Body body = whole.body();
        return whole.withStatus(206)
                .with("Content-Range", "bytes " + first + "-" + last + "/" + body.length())
                .with(body.slice(first, last - first + 1));
    }
}
