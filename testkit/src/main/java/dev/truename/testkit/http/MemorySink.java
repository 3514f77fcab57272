package dev.truename.testkit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/// Collects a body in memory.
public final class MemorySink implements Sink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private MemorySink() {}

    /// The whole of a body; it has to fit into an array.
    public static byte[] read(Body body) throws IOException {
        MemorySink sink = new MemorySink();
        body.send(0, body.length(), sink);
        return sink.bytes.toByteArray();
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        bytes.write(source, offset, length);
    }

    @Override
    public void send(FileChannel file, long position, long count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(count));
        while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) >= 0) {
            // read returns what it has
        }
        Channels.newChannel(bytes).write(buffer.flip());
    }
}
