package dev.truename.pull.manifest;

/// Words of other parties as they may be shown in a message.
final class Names {
    private static final int MAX = 100;

    private Names() {}

    /// At most 100 characters, printable ASCII only.
    static String shown(String word) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < word.length() && i < MAX; i++) {
            char c = word.charAt(i);
            shown.append(c > ' ' && c < 0x7f ? c : '?');
        }
        return word.length() > MAX ? shown.append("...").toString() : shown.toString();
    }
}
