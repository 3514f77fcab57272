package dev.truename.pull.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Reads a stream that comes in small pieces, as TLS records are, in large ones, without waiting for long. For one
/// thread.
final class LargeReads {
    /// How long what is there waits for more.
    static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final InputStream from;
    private @Nullable IOException broken;

    LargeReads(InputStream from) {
        this.from = from;
    }

    /// Fills the buffer as far as may be. What came before the stream broke off is given out before that is told.
    ///
    /// @return how many bytes, at least one; negative at the end
    int read(byte[] buffer) throws IOException {
        if (broken != null) {
            throw broken;
        }
        int length = from.read(buffer);
        long start = System.nanoTime();
        while (length >= 0 && length < buffer.length && System.nanoTime() - start < PATIENCE_NANOS) {
            int more = more(buffer, length);
            if (more < 0) {
                break;
            }
            length += more;
        }
        return length;
    }

    private int more(byte[] buffer, int length) {
        try {
            return from.read(buffer, length, buffer.length - length);
        } catch (IOException e) {
            broken = e;
            return -1;
        }
    }
}
