package dev.truename.names.yaml;

import java.util.Arrays;

/// Indexes into a text, as Java counts them and as YAML and editors do: the two differ behind the first character that
/// takes two `char`s.
public final class CodePoints {
    /// Where the first halves of pairs are.
    private final int[] pairs;

    public CodePoints(String text) {
        int[] found = new int[0];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, Math.max(16, count * 2));
                }
                found[count++] = i;
            }
        }
        pairs = Arrays.copyOf(found, count);
    }

    /// How many code points are in front of an index.
    public int before(int index) {
        return index - pairsBefore(index);
    }

    /// The index behind so many code points: [#before(int)] the other way round.
    public int index(int codePoints) {
        int low = 0;
        int high = pairs.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs[middle] - middle < codePoints) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return codePoints + low;
    }

    private int pairsBefore(int index) {
        int found = Arrays.binarySearch(pairs, index);
        return found < 0 ? -found - 1 : found;
    }
}
