package dev.truename.pull.store;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/// One blob on its way into the store. It is checked while it streams: never more bytes than announced, and exactly the
/// announced digest. For one thread. Closing without a [#commit()] leaves nothing behind.
///
/// An interrupt of the thread ends whatever it does here with [PullFailure.Cancelled]; the writer can only be closed
/// then.
public final class BlobWriter implements AutoCloseable {
    /// From this size on a second thread pays.
    private static final long PIPELINED = 1 << 20;

    private final Descriptor blob;
    private final Path file;
    private final Path place;
    private final Durable durable;
    private final Buffers buffers;
    private final Runnable whole;
    private final FileChannel channel;
    private final ContentHash hash;
    private long position;
    private boolean committed;

    /// @param file where it is written, not there yet
    /// @param place where it is put when it has proved true
    /// @param whole told when it is there
    BlobWriter(Descriptor blob, Path file, Path place, Durable durable, Buffers buffers, Runnable whole)
            throws PullException {
        this.blob = blob;
        this.file = file;
        this.place = place;
        this.durable = durable;
        this.buffers = buffers;
        this.whole = whole;
        this.hash = new ContentHash(blob.digest().algorithm());
        try {
            this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw StoreFailures.of(file, e);
        }
    }

    /// How many bytes have been taken since the beginning or the last [#reset()].
    public long position() {
        return position;
    }

    /// Takes all that a stream gives. Whatever ends it, the position says how far it came, and more may be taken from
    /// there.
    ///
    /// @param progress told the position now and then
    /// @throws PullException [PullFailure.Mismatch] as soon as there is more than announced, [PullFailure.Storage]
    /// @throws IOException if the stream broke
    public void take(InputStream from, LongConsumer progress) throws IOException {
        LargeReads reads = new LargeReads(from);
        if (blob.size() - position < PIPELINED) {
            byte[] buffer = buffers.take();
            try {
                takeHere(reads, buffer, progress);
            } finally {
                buffers.giveBack(buffer);
            }
        } else {
            takePipelined(reads, progress);
        }
    }

    private void takeHere(LargeReads from, byte[] buffer, LongConsumer progress) throws IOException {
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            write(buffer, read);
            hash.update(buffer, 0, read);
            progress.accept(position);
        }
    }

    private void takePipelined(LargeReads from, LongConsumer progress) throws IOException {
        try (HashPipeline pipeline = new HashPipeline(hash)) {
            while (true) {
                HashPipeline.Chunk chunk = pipeline.take();
                chunk.length = from.read(chunk.bytes);
                if (chunk.length < 0) {
                    return;
                }
                write(chunk.bytes, chunk.length);
                pipeline.hash(chunk);
                progress.accept(position);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PullException(new PullFailure.Cancelled(blob.digest().toString(), "interrupted"), e);
        }
    }

    private void write(byte[] bytes, int length) throws PullException {
        if (length > blob.size() - position) {
            throw new PullException(new PullFailure.Mismatch(
                    blob.digest().toString(), "there are more bytes than the " + blob.size() + " announced"));
        }
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw StoreFailures.of(file, e);
        }
        position += length;
    }

    /// Forgets what was taken.
    public void reset() throws PullException {
        try {
            channel.truncate(0);
            channel.position(0);
        } catch (IOException e) {
            throw StoreFailures.of(file, e);
        }
        hash.reset();
        position = 0;
    }

    /// Checks size and digest, makes the bytes durable and puts them in their place. The blob is in the store from then
    /// on, for everybody.
    ///
    /// @throws PullException [PullFailure.Mismatch]; what was taken is forgotten then, and one may start over
    public void commit() throws PullException {
        long taken = position;
        String hex = hash.finishAsHex();
        if (taken != blob.size() || !hex.equals(blob.digest().hex())) {
            reset();
            throw new PullException(new PullFailure.Mismatch(
                    blob.digest().toString(),
                    taken != blob.size()
                            ? "there are " + taken + " bytes, " + blob.size() + " were announced"
                            : "the bytes have the digest "
                                    + blob.digest().algorithm().id() + ":" + hex));
        }
        try {
            durable.sync(channel);
            channel.close();
            durable.move(file, place);
        } catch (IOException e) {
            throw StoreFailures.of(file, e);
        }
        committed = true;
        whole.run();
    }

    @Override
    public void close() throws PullException {
        try {
            channel.close();
            if (!committed) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw StoreFailures.of(file, e);
        }
    }
}
