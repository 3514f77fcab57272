package dev.truename.names.yaml;

import static java.util.Objects.requireNonNull;

/// A key with its value. The same key may stand in a mapping twice.
public record YamlEntry(YamlScalar name, YamlNode value) {
    public YamlEntry {
        requireNonNull(name);
        requireNonNull(value);
    }

    public String key() {
        return name.value();
    }
}
