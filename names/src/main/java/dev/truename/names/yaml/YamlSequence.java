package dev.truename.names.yaml;

import java.util.List;

/// Nodes in a row.
public record YamlSequence(List<YamlNode> items, int start, int height) implements YamlNode {
    public YamlSequence {
        items = List.copyOf(items);
    }
}
