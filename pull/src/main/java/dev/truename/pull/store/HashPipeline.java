package dev.truename.pull.store;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Hashes on a thread of its own what another thread reads and writes, so that the three overlap. A fixed number of
/// buffers goes round; whoever is faster waits.
final class HashPipeline implements AutoCloseable {
    private static final int BUFFERS = 4;
    private static final Chunk END = new Chunk(0);

    /// Bytes that go round.
    static final class Chunk {
        final byte[] bytes;

        /// How many of them count.
        int length;

        private Chunk(int size) {
            this.bytes = new byte[size];
        }
    }

    private final BlockingQueue<Chunk> free = new ArrayBlockingQueue<>(BUFFERS);
    private final BlockingQueue<Chunk> filled = new ArrayBlockingQueue<>(BUFFERS + 1);
    private final ContentHash hash;
    private final Thread thread;

    HashPipeline(ContentHash hash) {
        this.hash = hash;
        for (int i = 0; i < BUFFERS; i++) {
            free.add(new Chunk(Buffers.BYTES));
        }
        this.thread = Thread.ofPlatform().daemon().name("hash").start(this::run);
    }

    /// One to fill, as soon as there is one.
    Chunk take() throws InterruptedException {
        return free.take();
    }

    /// Hands a filled one over; it is not to be touched again.
    void hash(Chunk chunk) {
        filled.add(chunk);
    }

    private void run() {
        try {
            for (Chunk next = filled.take(); next != END; next = filled.take()) {
                hash.update(next.bytes, 0, next.length);
                free.add(next);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    /// Waits until all that was handed over is hashed. Cannot be interrupted, since hashing waits for nobody.
    @Override
    public void close() {
        filled.add(END);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
