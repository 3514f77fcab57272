package dev.truename.testkit.http;

import java.io.IOException;
import java.nio.channels.FileChannel;

/// Where a body goes. Files have a way of their own, because the kernel can copy them to a plain socket by itself.
public interface Sink {
    void write(byte[] bytes, int offset, int length) throws IOException;

    void send(FileChannel file, long position, long count) throws IOException;
}
