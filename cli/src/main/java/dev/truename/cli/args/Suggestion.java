package dev.truename.cli.args;

import java.util.List;
import java.util.Optional;

/// Finds what was likely meant by a word with a typing error.
public final class Suggestion {
    /// Longer words are not compared: the cost is quadratic, and nothing that is declared is that long.
    private static final int LONGEST = 64;

    private Suggestion() {}

    /// The nearest candidate, if it is near enough to be meant.
    public static Optional<String> nearest(String word, List<String> candidates) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int distance = candidate.startsWith(word) && word.length() > 2 ? 1 : distance(word, candidate);
            if (distance < least && distance <= allowed(word, candidate)) {
                least = distance;
                best = candidate;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /// Whether two words differ by one insertion, deletion, replacement or swap of neighbours.
    public static boolean isOneStepAway(String a, String b) {
        return Math.abs(a.length() - b.length()) <= 1 && a.length() <= LONGEST && distance(a, b) == 1;
    }

    private static int allowed(String word, String candidate) {
        return Math.max(1, Math.min(word.length(), candidate.length()) / 3);
    }

    /// Insertions, deletions, replacements and swaps of neighbours.
    static int distance(String a, String b) {
        int[] older = new int[b.length() + 1];
        int[] old = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            old[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = old[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, 1 + Math.min(old[j], now[j - 1]));
                if (isSwap(a, b, i, j)) {
                    now[j] = Math.min(now[j], older[j - 2] + 1);
                }
            }
            older = old;
            old = now;
        }
        return old[b.length()];
    }

    private static boolean isSwap(String a, String b, int i, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
