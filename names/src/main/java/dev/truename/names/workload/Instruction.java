package dev.truename.names.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One instruction of a Containerfile: its lines joined, and where each character of it stands.
final class Instruction {
    private final StringBuilder text = new StringBuilder();
    private int[] places = new int[128];

    void add(String chars, int start, int end) {
        if (text.length() + end - start > places.length) {
            places = Arrays.copyOf(places, Math.max(places.length * 2, text.length() + end - start));
        }
        for (int i = start; i < end; i++) {
            places[text.length()] = i;
            text.append(chars.charAt(i));
        }
    }

    /// The words, split where a shell would: white space in quotes splits nothing.
    List<Word> words() {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            int end = wordEnd(at);
            words.add(word(at, end));
            at = end;
        }
        return words;
    }

    private int wordEnd(int start) {
        char quote = 0;
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (quote == 0 && Character.isWhitespace(c)) {
                return at;
            }
            if (c == '"' || c == '\'') {
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            }
            at++;
        }
        return at;
    }

    private Word word(int start, int end) {
        int from = places[start];
        int to = places[end - 1] + 1;
        return new Word(text.substring(start, end), new Span(from, to), to - from == end - start);
    }
}
