package dev.truename.names.workload;

import org.jspecify.annotations.Nullable;

/// The keys that lead to a node, put together only when somebody asks.
///
/// @param above null at the root
/// @param index counted from 1 in a sequence; 0 for a key
record KeyPath(@Nullable KeyPath above, String key, int index) {
    static final KeyPath ROOT = new KeyPath(null, "", 0);

    /// Keys shown of a deep path.
    private static final int SHOWN = 6;

    KeyPath at(String below) {
        return new KeyPath(this, below, 0);
    }

    KeyPath at(int item) {
        return new KeyPath(this, "", item);
    }

    /// `spec.images[2].image`, the last keys of a long one.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int keys = 0;
        for (KeyPath path = this; path.above != null && keys < SHOWN; path = path.above) {
            if (path.index > 0) {
                text.insert(0, "[" + path.index + "]");
            } else {
                boolean last = text.isEmpty() || text.charAt(0) == '[';
                text.insert(0, last ? path.key : path.key + ".");
                keys++;
            }
        }
        return Gathered.shown(text.toString());
    }
}
