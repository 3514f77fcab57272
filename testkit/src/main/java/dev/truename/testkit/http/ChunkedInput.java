package dev.truename.testkit.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// A request's body in chunked coding (RFC 9112, section 7.1). Trailers are read and dropped.
final class ChunkedInput extends InputStream {
    private static final int MAX_LINE = 4096;

    private final InputStream in;
    private long left;
    private boolean first = true;
    private boolean ended;

    ChunkedInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int read = in.read(bytes, offset, (int) Math.min(left, length));
        if (read < 0) {
            throw new EOFException("the chunk ends early");
        }
        left -= read;
        return read;
    }

    private void nextChunk() throws IOException {
        if (!first && !line().isEmpty()) {
            throw new BadRequestException(400, "a chunk is longer than it says");
        }
        first = false;
        String size = line();
        int semicolon = size.indexOf(';');
        left = RequestReader.number((semicolon < 0 ? size : size.substring(0, semicolon)).strip(), 16);
        ended = left == 0;
        while (ended && !line().isEmpty()) {
            // a trailer
        }
    }

    private String line() throws IOException {
        return new RequestReader.LineReader(in, MAX_LINE)
                .next()
                .orElseThrow(() -> new EOFException("the chunks do not end"));
    }
}
