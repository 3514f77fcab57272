package dev.truename.cli.args;

import dev.truename.names.spelling.Spelling;
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
            int distance = candidate.startsWith(word) && word.length() > 2 ? 1 : Spelling.distance(word, candidate);
            if (distance < least && distance <= allowed(word, candidate)) {
                least = distance;
                best = candidate;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private static int allowed(String word, String candidate) {
        return Math.max(1, Math.min(word.length(), candidate.length()) / 3);
    }
}
