package dev.truename.names.workload;

import dev.truename.names.yaml.YamlEntry;
import dev.truename.names.yaml.YamlMapping;
import dev.truename.names.yaml.YamlNode;
import dev.truename.names.yaml.YamlScalar;
import dev.truename.names.yaml.YamlSequence;

/// Reads a document that is neither manifest nor compose file, such as Helm's values: all of it is guesses.
final class ValuesReader {
    private enum Role {
        ANY
    }

    private final Guesses guesses;
    private final Seen<Role> seen = new Seen<>(Role.class);

    ValuesReader(Gathered found) {
        this.guesses = new Guesses(found);
    }

    void read(YamlNode node) {
        read(node, KeyPath.ROOT);
    }

    private void read(YamlNode node, KeyPath path) {
        switch (node) {
            case YamlMapping mapping -> {
                if (seen.add(mapping, Role.ANY)) {
                    mapping(mapping, path);
                }
            }
            case YamlSequence sequence -> {
                if (seen.add(sequence, Role.ANY)) {
                    for (int i = 0; i < sequence.items().size(); i++) {
                        read(sequence.items().get(i), path.at(i + 1));
                    }
                }
            }
            case YamlScalar scalar -> {}
        }
    }

    private void mapping(YamlMapping mapping, KeyPath path) {
        guesses.mapping(mapping, path, "");
        for (YamlEntry entry : mapping.entries()) {
            read(entry.value(), path.at(entry.key()));
        }
    }
}
