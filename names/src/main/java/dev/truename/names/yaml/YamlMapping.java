package dev.truename.names.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keys with values. The keys are scalars: a document with others is refused.
public record YamlMapping(List<YamlEntry> entries, int start, int height) implements YamlNode {
    private static final String MERGE = "<<";

    public YamlMapping {
        entries = List.copyOf(entries);
    }

    /// The value of a key: of a key that stands twice the last one, as most readers take it; else what `<<` merges, the
    /// first that has it.
    public @Nullable YamlNode find(String key) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).key().equals(key)) {
                return entries.get(i).value();
            }
        }
        return merges() ? findMerged(key) : null;
    }

    /// The text of a key; null if it has none, or something else.
    public @Nullable String text(String key) {
        return find(key) instanceof YamlScalar scalar ? scalar.value() : null;
    }

    private boolean merges() {
        for (YamlEntry entry : entries) {
            if (entry.key().equals(MERGE)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable YamlNode findMerged(String key) {
        for (YamlMapping layer : layers()) {
            for (YamlEntry entry : layer.entries) {
                if (entry.key().equals(key)) {
                    return entry.value();
                }
            }
        }
        return null;
    }

    /// All that is merged into this, each once, nearest first.
    private List<YamlMapping> layers() {
        List<YamlMapping> layers = new ArrayList<>();
        Set<YamlMapping> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        addMerged(layers, seen);
        return layers;
    }

    private void addMerged(List<YamlMapping> layers, Set<YamlMapping> seen) {
        for (YamlEntry entry : entries) {
            if (!entry.key().equals(MERGE)) {
                continue;
            }
            List<YamlNode> merged = entry.value() instanceof YamlSequence list ? list.items() : List.of(entry.value());
            for (YamlNode node : merged) {
                if (node instanceof YamlMapping mapping && seen.add(mapping)) {
                    layers.add(mapping);
                    mapping.addMerged(layers, seen); // as deep as the tree is high
                }
            }
        }
    }
}
