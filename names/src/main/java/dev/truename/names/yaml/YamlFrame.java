package dev.truename.names.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A mapping or sequence that is being read.
final class YamlFrame {
    private final int start;
    private final boolean mapping;
    private final @Nullable String anchor;
    private final List<YamlEntry> entries = new ArrayList<>();
    private final List<YamlNode> items = new ArrayList<>();
    private @Nullable YamlScalar key;
    private int height = 1;

    YamlFrame(int start, boolean mapping, @Nullable String anchor) {
        this.start = start;
        this.mapping = mapping;
        this.anchor = anchor;
    }

    @Nullable
    String anchor() {
        return anchor;
    }

    /// Returns whether the node can be there: a key has to be a scalar.
    boolean add(YamlNode node) {
        height = Math.max(height, node.height() + 1);
        if (!mapping) {
            items.add(node);
        } else if (key != null) {
            entries.add(new YamlEntry(key, node));
            key = null;
        } else if (node instanceof YamlScalar scalar) {
            key = scalar;
        } else {
            return false;
        }
        return true;
    }

    YamlNode node() {
        return mapping ? new YamlMapping(entries, start, height) : new YamlSequence(items, start, height);
    }
}
