package dev.truename.names.spelling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// An index of words by what remains of them when any one letter is left out: of two words that are
/// [near][Spelling#isNear(String,String)] each other, either is a remainder of the other's or they have one in common.
/// Building it takes time and memory in proportion to all letters (some 12 bytes each). Immutable: any number of
/// threads look words up.
public final class NearWords {
    /// No look-up finds more.
    public static final int MOST = 16;

    private static final long BASE = 0xD6E8_FEB8_6659_FD93L;
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private final String[] words;
    private final int shift;
    /// Of each bucket the first entry, and of each entry the next and its word. Entries are counted from 1; 0 is none.
    private final int[] first;

    private final int[] next;
    private final int[] word;

    /// @param words each once
    public NearWords(Collection<String> words) {
        this.words = words.toArray(String[]::new);
        int size = 0;
        for (String each : this.words) {
            size = Math.addExact(size, each.length() + 1);
        }
        int bits = 32 - Integer.numberOfLeadingZeros(size);
        this.shift = Long.SIZE - bits - 1;
        this.first = new int[1 << (bits + 1)];
        this.next = new int[size + 1];
        this.word = new int[size + 1];
        int entry = 0;
        for (int i = 0; i < this.words.length; i++) {
            for (long hash : hashes(this.words[i])) {
                int bucket = bucket(hash);
                word[++entry] = i;
                next[entry] = first[bucket];
                first[bucket] = entry;
            }
        }
    }

    private int bucket(long hash) {
        return (int) ((hash * MIX) >>> shift);
    }

    /// The words that are near this one, each once and in no particular order; at most [#MOST]. Takes time in
    /// proportion to the word's letters, and to how many words share a remainder with it.
    public List<String> near(String wanted) {
        List<String> found = new ArrayList<>(0);
        for (long hash : hashes(wanted)) {
            for (int entry = first[bucket(hash)]; entry != 0; entry = next[entry]) {
                String candidate = words[word[entry]];
                if (Spelling.isNear(wanted, candidate) && !found.contains(candidate)) {
                    found.add(candidate);
                    if (found.size() == MOST) {
                        return found;
                    }
                }
            }
        }
        return found;
    }

    /// The hashes of the word and of its remainders: polynomials in [#BASE], the first letter lowest. The next
    /// remainder has the letter that was left out in the place of the one that is left out now.
    private static long[] hashes(String text) {
        int length = text.length();
        long[] hashes = new long[length + 1];
        long hash = 0;
        for (int i = length - 1; i > 0; i--) {
            hash = hash * BASE + letter(text, i);
        }
        long power = 1;
        for (int i = 0; i < length; i++) {
            hashes[i] = hash;
            long replacement = i + 1 < length ? letter(text, i + 1) : 0;
            hash += (letter(text, i) - replacement) * power;
            power *= BASE;
        }
        hashes[length] = hash; // with nothing left out
        return hashes;
    }

    private static long letter(String text, int i) {
        return Spelling.folded(text.charAt(i));
    }
}
