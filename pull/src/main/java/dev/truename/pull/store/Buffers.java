package dev.truename.pull.store;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Buffers of one size that go from one blob to the next. A new one is memory that nobody has touched yet, which takes
/// a cold process longer than to fill it.
final class Buffers {
    /// What is read, hashed and written in one step, of large blobs too: few steps for most layers.
    static final int BYTES = 256 << 10;

    /// More are not kept for later: many sessions may be open.
    private static final int MOST_FREE = 8;

    private final Deque<byte[]> free = new ArrayDeque<>();

    synchronized byte[] take() {
        byte @Nullable [] used = free.poll();
        return used == null ? new byte[BYTES] : used;
    }

    /// @param buffer not to be touched again
    synchronized void giveBack(byte[] buffer) {
        if (free.size() < MOST_FREE) {
            free.push(buffer);
        }
    }
}
