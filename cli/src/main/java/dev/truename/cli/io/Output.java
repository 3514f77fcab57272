package dev.truename.cli.io;

import dev.truename.names.reference.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A stream for lines of UTF-8. Any thread may write; a line is never cut by another one.
///
/// Every failure to write is an [OutputException]: an answer that was not written was not given. Where a signal ends
/// the process, nothing is written after the line that says so ([Interruption]).
public final class Output {
    private static final int BUFFER = 8192;

    private final OutputStream stream;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private @Nullable String owed;
    private boolean answered;
    private boolean ended;

    public Output(OutputStream stream) {
        this.stream = stream;
    }

    /// A line, whose control characters are made visible.
    public void line(String text) {
        raw(Printable.text(text) + "\n");
    }

    /// A line after which a script that reads the answer waits for no other.
    public void lastLine(String text) {
        line(text, true);
    }

    /// A line of an answer of several.
    ///
    /// @param last whether a script that reads the answer waits for no other
    public synchronized void line(String text, boolean last) {
        line(text);
        owed = null;
        answered |= last;
    }

    /// @param line what is told in place of the next line of an answer of several if the process ends before that
    public synchronized void owe(String line) {
        owed = line;
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
        if (ended) {
            return;
        }
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

    /// That all is written.
    ///
    /// @return false if it was cut short by [#end(String)]
    synchronized boolean finish() {
        flush();
        answered = true;
        return !ended;
    }

    /// Writes what is owed in place of all that would still come, unless nothing would.
    ///
    /// @param line what is owed where nothing else is
    /// @return false if the last line was there already
    synchronized boolean end(String line) {
        if (answered) {
            return false;
        }
        line(owed == null ? line : owed);
        flush();
        ended = true;
        return true;
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
