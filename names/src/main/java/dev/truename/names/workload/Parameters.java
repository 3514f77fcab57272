package dev.truename.names.workload;

import dev.truename.names.yaml.YamlEntry;
import dev.truename.names.yaml.YamlMapping;
import dev.truename.names.yaml.YamlNode;
import dev.truename.names.yaml.YamlScalar;
import dev.truename.names.yaml.YamlSequence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Parameters with a value or default of their own, as OpenShift templates, Tekton and Argo have them: items of
/// `parameters` and `params` with a `name` and a `value` or `default`. One with two different values has none. What
/// else a parameter is used for is not known, so none is ever written anew.
final class Parameters implements Lookup {
    private enum Role {
        ANY,
        LIST
    }

    private static final List<String> LISTS = List.of("parameters", "params");

    /// How a value refers to a parameter.
    private static final List<String> PREFIXES =
            List.of("workflow.parameters.", "inputs.parameters.", "inputs.params.", "params.");

    private final Text text;
    private final Map<String, Value> values = new HashMap<>();
    private final Set<String> conflicting = new HashSet<>();
    private final Seen<Role> seen = new Seen<>(Role.class);

    private Parameters(Text text) {
        this.text = text;
    }

    /// All parameters of an object.
    static Lookup of(Text text, YamlNode object) {
        Parameters parameters = new Parameters(text);
        parameters.collect(object);
        return parameters;
    }

    @Override
    public @Nullable Value of(String variable) {
        String name = variable;
        for (String prefix : PREFIXES) {
            if (variable.startsWith(prefix)) {
                name = variable.substring(prefix.length());
                break;
            }
        }
        return conflicting.contains(name) ? null : values.get(name);
    }

    private void collect(YamlNode node) {
        if (!seen.add(node, Role.ANY)) {
            return;
        }
        switch (node) {
            case YamlMapping mapping -> {
                for (YamlEntry entry : mapping.entries()) {
                    if (LISTS.contains(entry.key()) && entry.value() instanceof YamlSequence list) {
                        declarations(list);
                    }
                    collect(entry.value());
                }
            }
            case YamlSequence sequence -> sequence.items().forEach(this::collect);
            case YamlScalar scalar -> {}
        }
    }

    private void declarations(YamlSequence list) {
        if (!seen.add(list, Role.LIST)) {
            return;
        }
        for (YamlNode item : list.items()) {
            if (item instanceof YamlMapping mapping) {
                @Nullable String name = mapping.text("name");
                @Nullable YamlNode value = mapping.find("value");
                @Nullable YamlNode chosen = value == null ? mapping.find("default") : value;
                if (name != null && chosen instanceof YamlScalar scalar) {
                    declare(name, ScalarText.read(text, scalar, NOTHING));
                }
            }
        }
    }

    private void declare(String name, Written value) {
        if (value.isEmpty() || value.unknown() != null) {
            return;
        }
        @Nullable Value old = values.putIfAbsent(name, new Value(value.known(), null));
        if (old != null && !old.text().equals(value.known())) {
            conflicting.add(name);
        }
    }
}
