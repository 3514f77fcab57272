package dev.truename.cli.args;

import java.util.List;

/// Enumerations in sentences.
public final class Words {
    private Words() {}

    /// `a, b or c`.
    public static String or(List<String> words) {
        StringBuilder text = new StringBuilder(words.getFirst());
        for (int i = 1; i < words.size(); i++) {
            text.append(i == words.size() - 1 ? " or " : ", ").append(words.get(i));
        }
        return text.toString();
    }
}
