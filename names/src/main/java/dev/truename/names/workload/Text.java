package dev.truename.names.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.truename.names.yaml.CodePoints;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A file's characters. Encoded again they are the same bytes.
final class Text {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final String chars;
    private final boolean marked;
    private @Nullable CodePoints points;
    private int @Nullable [] lineStarts;

    private Text(String chars, boolean marked) {
        this.chars = chars;
        this.marked = marked;
    }

    /// Reads UTF-8. A byte order mark in front is no part of the text.
    ///
    /// @throws UndecodableException if it is not UTF-8
    static Text decode(byte[] bytes) throws UndecodableException {
        if (isUtf16(bytes)) {
            throw new UndecodableException(1, "this is UTF-16");
        }
        CharsetDecoder decoder = UTF_8.newDecoder();
        CharBuffer out = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new UndecodableException(line(bytes, in.position()), "this is not UTF-8");
        }
        String chars = out.flip().toString();
        boolean marked = !chars.isEmpty() && chars.charAt(0) == BYTE_ORDER_MARK;
        return new Text(marked ? chars.substring(1) : chars, marked);
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)
                        || (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe));
    }

    private static int line(byte[] bytes, int end) {
        int line = 1;
        for (int i = 0; i < end; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    String chars() {
        return chars;
    }

    /// The bytes of a changed text: with a byte order mark if this had one.
    byte[] encode(String changed) {
        return (marked ? BYTE_ORDER_MARK + changed : changed).getBytes(UTF_8);
    }

    Place place(String source, int index) {
        int[] starts = lineStarts();
        int found = Arrays.binarySearch(starts, index);
        int line = found >= 0 ? found : -found - 2;
        CodePoints counted = points();
        return new Place(source, line + 1, counted.before(index) - counted.before(starts[line]) + 1);
    }

    private CodePoints points() {
        if (points == null) {
            points = new CodePoints(chars);
        }
        return points;
    }

    private int[] lineStarts() {
        if (lineStarts == null) {
            lineStarts = countLines();
        }
        return lineStarts;
    }

    /// Lines end with a line feed, a carriage return, or both.
    private int[] countLines() {
        int[] starts = new int[64];
        int count = 1;
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            boolean pair = c == '\r' && i + 1 < chars.length() && chars.charAt(i + 1) == '\n';
            if ((c == '\n' || c == '\r') && !pair) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
