package dev.truename.testkit.content;

import java.io.InputStream;

/// Pseudo-random bytes of known number, the same for the same seed on every machine (SplitMix64).
final class RandomInput extends InputStream {
    private long state;
    private long left;
    private long word;
    private int wordBytes;

    RandomInput(long seed, long size) {
        this.state = seed;
        this.left = size;
    }

    @Override
    public int read() {
        if (left == 0) {
            return -1;
        }
        left--;
        return nextByte() & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (left == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = (int) Math.min(left, length);
        for (int i = 0; i < count; i++) {
            bytes[offset + i] = nextByte();
        }
        left -= count;
        return count;
    }

    private byte nextByte() {
        if (wordBytes == 0) {
            word = nextWord();
            wordBytes = Long.BYTES;
        }
        byte next = (byte) word;
        word >>>= 8;
        wordBytes--;
        return next;
    }

    private long nextWord() {
        state += 0x9e3779b97f4a7c15L;
        long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
