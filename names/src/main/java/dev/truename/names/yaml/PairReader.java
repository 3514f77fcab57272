package dev.truename.names.yaml;

import java.io.Reader;

/// Reads a text in chunks that never end within a surrogate pair: snakeyaml-engine 3.0.1 fails where its buffer does.
final class PairReader extends Reader {
    private final String text;
    private int at;

    PairReader(String text, int from) {
        this.text = text;
        this.at = from;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        int left = text.length() - at;
        if (left == 0) {
            return -1;
        }
        int count = Math.min(left, length);
        if (count > 1 && Character.isHighSurrogate(text.charAt(at + count - 1))) {
            count--;
        }
        text.getChars(at, at + count, target, offset);
        at += count;
        return count;
    }

    @Override
    public void close() {}
}
