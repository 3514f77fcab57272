package dev.truename.rollout.cluster;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/// Collects an answer, up to a bound: what is longer is dropped, and the connection with it.
final class BoundedBody implements AsyncBody.Consumer<List<ByteBuffer>> {
    private final int max;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean tooLarge;

    BoundedBody(int max) {
        this.max = max;
    }

    @Override
    public synchronized void consume(List<ByteBuffer> buffers, AsyncBody body) {
        for (ByteBuffer buffer : buffers) {
            tooLarge |= buffer.remaining() > max - bytes.size();
            if (tooLarge) {
                body.cancel();
                return;
            }
            byte[] part = new byte[buffer.remaining()];
            buffer.get(part);
            bytes.writeBytes(part);
        }
        body.consume();
    }

    synchronized boolean isTooLarge() {
        return tooLarge;
    }

    synchronized byte[] bytes() {
        return bytes.toByteArray();
    }
}
