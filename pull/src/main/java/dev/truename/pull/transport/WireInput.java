package dev.truename.pull.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// What comes in over one connection, counted: a peer that sends fewer than 1 KiB in a whole idle time-out of waiting
/// has timed out, though each single read may have been in time. The time that the reader takes elsewhere is not
/// counted.
final class WireInput extends FilterInputStream {
    private static final long MIN_BYTES = 1024;
    private static final int TLS_ALERT = 21;
    private static final int TLS_HANDSHAKE = 22;

    private final long idleNanos;
    private long waited;
    private long received;
    private int first = -1;

    WireInput(InputStream in, Duration idle) {
        super(in);
        this.idleNanos = idle.toNanos();
    }

    /// Starts counting anew, for the next exchange on the connection.
    void restart() {
        waited = 0;
        received = 0;
    }

    /// Whether the first byte ever received may begin a TLS record that a server sends first (RFC 8446, 5.1).
    boolean beganAsTls() {
        return first == TLS_HANDSHAKE || first == TLS_ALERT;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        long start = System.nanoTime();
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            if (first < 0) {
                first = buffer[offset] & 0xff;
            }
            count(System.nanoTime() - start, count);
        }
        return count;
    }

    /// Never more than nothing for certain: to know better, the system would have to be asked.
    @Override
    public int available() {
        return 0;
    }

    private void count(long nanos, int bytes) throws SocketTimeoutException {
        waited += nanos;
        received += bytes;
        if (received >= MIN_BYTES) {
            restart();
        } else if (waited > idleNanos) {
            throw new SocketTimeoutException("fewer than " + MIN_BYTES + " bytes came within the time-out");
        }
    }
}
