package dev.truename.pull.transport;

import java.io.IOException;
import java.io.InputStream;

/// The body of an answer. Failures while reading are [dev.truename.pull.failure.PullException]s. The connection is
/// given back at the end of the body; one that was not read to its end is closed, unless little is left.
final class BodyStream extends InputStream {
    private static final long LITTLE = 16 * 1024;

    private final InputStream in;
    private final Url url;
    private final Runnable giveBack;
    private final Runnable discard;
    private long left;
    private boolean done;

    /// @param length in bytes, as announced; negative if it was not
    BodyStream(InputStream in, long length, Url url, Runnable giveBack, Runnable discard) {
        this.in = in;
        this.left = length < 0 ? Long.MAX_VALUE : length;
        this.url = url;
        this.giveBack = giveBack;
        this.discard = discard;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (done) {
            return -1;
        }
        try {
            int count = in.read(buffer, offset, length);
            if (count < 0) {
                done = true;
                giveBack.run();
            } else {
                left -= count;
            }
            return count;
        } catch (IOException e) {
            drop();
            throw Failures.of(url, e);
        }
    }

    private void drop() {
        if (!done) {
            done = true;
            discard.run();
        }
    }

    @Override
    public void close() {
        try {
            if (!done && left <= LITTLE) {
                skipNBytes(left);
                read();
            }
        } catch (IOException e) {
            drop();
        }
        drop();
    }
}
