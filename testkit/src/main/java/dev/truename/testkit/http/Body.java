package dev.truename.testkit.http;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// Bytes of known length, of which any range can be sent.
public interface Body {
    Body EMPTY = bytes(new byte[0]);

    /// In bytes.
    long length();

    /// Sends the bytes `[from, from + count)`, which lie within the length.
    void send(long from, long count, Sink sink) throws IOException;

    /// Takes the array without a copy: it must not change afterwards.
    static Body bytes(byte[] bytes) {
        return new Body() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public void send(long from, long count, Sink sink) throws IOException {
                sink.write(bytes, Math.toIntExact(from), Math.toIntExact(count));
            }
        };
    }

    static Body text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The file's first `length` bytes, opened anew for each sending.
    static Body file(Path file, long length) {
        return new Body() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void send(long from, long count, Sink sink) throws IOException {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                    sink.send(channel, from, count);
                }
            }
        };
    }

    default Body slice(long offset, long length) {
        Objects.checkFromIndexSize(offset, length, length());
        Body whole = this;
        return new Body() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void send(long from, long count, Sink sink) throws IOException {
                whole.send(offset + from, count, sink);
            }
        };
    }
}
