package dev.truename.pull.transport;

import java.util.Arrays;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.message.LazyLaxLineParser;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.util.CharArrayBuffer;

/// Knows the status line that nearly every answer has at sight; the library reads all others, character by character.
final class StatusLines extends LazyLaxLineParser {
    private static final StatusLine OK = new StatusLine(HttpVersion.HTTP_1_1, HttpStatus.SC_OK, "OK");
    private static final char[] TEXT = "HTTP/1.1 200 OK".toCharArray();

    @Override
    public StatusLine parseStatusLine(CharArrayBuffer line) throws ParseException {
        boolean ok = Arrays.equals(line.array(), 0, line.length(), TEXT, 0, TEXT.length);
        return ok ? OK : super.parseStatusLine(line);
    }
}
