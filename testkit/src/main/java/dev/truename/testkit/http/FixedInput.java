package dev.truename.testkit.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// A request's body of stated length.
final class FixedInput extends InputStream {
    private final InputStream in;
    private long left;

    FixedInput(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0 || length == 0) {
            return length == 0 ? 0 : -1;
        }
        int read = in.read(bytes, offset, (int) Math.min(left, length));
        if (read < 0) {
            throw new EOFException("the body ends early");
        }
        left -= read;
        return read;
    }
}
