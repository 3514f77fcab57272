package dev.truename.cli.resolve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Names from a stream, one a line. Blank lines are left out; lines may end as on Windows. Holds at most one line.
final class NameLines {
    /// In bytes. No name is near as long; of a longer line only its start is given, and that is no name.
    static final int LONGEST = 4096;

    private final InputStream in;
    private final Runnable beforeWaiting;
    private final byte[] buffer = new byte[8192];
    private int position;
    private int filled;

    /// @param beforeWaiting called each time before more is asked of the stream
    NameLines(InputStream in, Runnable beforeWaiting) {
        this.in = in;
        this.beforeWaiting = beforeWaiting;
    }

    /// The next line that is not blank; null at the end.
    @Nullable
    String next() throws IOException {
        while (true) {
            byte[] line = new byte[LONGEST];
            int length = 0;
            int next = read();
            if (next < 0) {
                return null;
            }
            while (next >= 0 && next != '\n') {
                if (length < LONGEST) {
                    line[length++] = (byte) next;
                }
                next = read();
            }
            String text = new String(Arrays.copyOf(line, length), StandardCharsets.UTF_8).strip();
            if (!text.isEmpty()) {
                return text;
            }
        }
    }

    private int read() throws IOException {
        if (position == filled) {
            beforeWaiting.run();
            position = 0;
            filled = Math.max(0, in.read(buffer));
        }
        return filled == 0 ? -1 : buffer[position++] & 0xff;
    }
}
