package dev.truename.cri.metrics;

import java.util.List;

/// The place of something in an order, as one of four words.
final class Index {
    static final List<String> WORDS = List.of("1", "2", "3", "4+");

    private Index() {}

    /// @param place counted from 0; negative for what is in no order, which counts as the first
    static String word(int place) {
        return WORDS.get(Math.clamp(place, 0, WORDS.size() - 1));
    }
}
