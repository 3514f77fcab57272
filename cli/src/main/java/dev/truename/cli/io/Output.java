package dev.truename.cli.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A stream for lines of UTF-8. Any thread may write; a line is never cut by another one.
///
/// Every failure to write is an [OutputException]: an answer that was not written was not given.
public final class Output {
    private static final int BUFFER = 8192;

    private final OutputStream stream;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;

    public Output(OutputStream stream) {
        this.stream = stream;
    }

    /// A line, whose control characters are made visible.
    public void line(String text) {
        raw(Escape.controls(text) + "\n");
    }

    /// A line whose parts are styled and escaped already.
    public void line(Styled text) {
        raw(text + "\n");
    }

    /// Text as it is, for documents of our own and for control of the terminal.
    public void raw(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Bytes as they are.
    public synchronized void bytes(byte[] bytes) {
        if (bytes.length > BUFFER - filled) {
            flush();
        }
        if (bytes.length > BUFFER) {
            write(bytes, bytes.length);
        } else {
            System.arraycopy(bytes, 0, buffer, filled, bytes.length);
            filled += bytes.length;
        }
    }

    /// Hands on what is buffered.
    public synchronized void flush() {
        int count = filled;
        filled = 0;
        if (count > 0) {
            write(buffer, count);
        }
    }

    private void write(byte[] bytes, int count) {
        try {
            stream.write(bytes, 0, count);
            stream.flush();
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    /// The stream takes no more: its reader is gone, or the disk is full.
    public static final class OutputException extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        OutputException(IOException cause) {
            super(cause);
        }
    }
}
