package dev.truename.pull.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LargeReadsTest {
    private final byte[] buffer = new byte[8];

    private static InputStream of(int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return new ByteArrayInputStream(all);
    }

    private static InputStream of(InputStream... parts) {
        return new SequenceInputStream(Collections.enumeration(List.of(parts)));
    }

    private static InputStream breaking(IOException cause) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw cause;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw cause;
            }
        };
    }

    private byte[] read(LargeReads reads) throws IOException {
        return Arrays.copyOf(buffer, reads.read(buffer));
    }

    @Test
    @DisplayName("small pieces become one, and the end is told")
    void joinsPieces() throws IOException {
        LargeReads reads = new LargeReads(of(of(1, 2), of(3), of(4, 5)));
        assertArrayEquals(new byte[] {1, 2, 3, 4, 5}, read(reads));
        assertEquals(-1, reads.read(buffer));
    }

    @Test
    @DisplayName("no more than fits is taken")
    void takesWhatFits() throws IOException {
        LargeReads reads = new LargeReads(of(of(1, 2, 3, 4, 5), of(6, 7, 8, 9)));
        assertArrayEquals(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, read(reads));
        assertArrayEquals(new byte[] {9}, read(reads));
    }

    @Test
    @DisplayName("what came before a break is given out first")
    void givesOutWhatCameBeforeABreak() throws IOException {
        IOException cause = new IOException("reset");
        LargeReads reads = new LargeReads(of(of(1, 2), breaking(cause)));
        assertArrayEquals(new byte[] {1, 2}, read(reads));
        assertSame(cause, assertThrows(IOException.class, () -> reads.read(buffer)));
    }

    @Test
    @DisplayName("nothing is waited for once there is something for long")
    void doesNotWaitForLong() throws IOException, InterruptedException {
        // Each byte takes longer than what is there waits: the second ends the waiting, however slow the machine is.
        InputStream slow = new InputStream() {
            private int next;

            @Override
            public int read() {
                return next++;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                long until = System.nanoTime() + 2 * LargeReads.PATIENCE_NANOS;
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                bytes[offset] = (byte) read();
                return 1;
            }
        };
        LargeReads reads = new LargeReads(slow);
        assertArrayEquals(new byte[] {0, 1}, read(reads));
        assertArrayEquals(new byte[] {2, 3}, read(reads));
    }
}
