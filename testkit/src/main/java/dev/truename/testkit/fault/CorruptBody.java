package dev.truename.testkit.fault;

import dev.truename.testkit.http.Body;
import dev.truename.testkit.http.MemorySink;
import dev.truename.testkit.http.Sink;
import java.io.IOException;

/// A body with all bits of one byte turned over; the same body where it has no such byte.
record CorruptBody(Body body, long position) implements Body {
    @Override
    public long length() {
        return body.length();
    }

    @Override
    public void send(long from, long count, Sink sink) throws IOException {
        if (position < from || position >= from + count) {
            body.send(from, count, sink);
            return;
        }
        body.send(from, position - from, sink);
        byte[] one = MemorySink.read(body.slice(position, 1));
        one[0] = (byte) ~one[0];
        sink.write(one, 0, 1);
        body.send(position + 1, from + count - position - 1, sink);
    }
}
