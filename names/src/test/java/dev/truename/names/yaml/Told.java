package dev.truename.names.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What reading a text tells, in order: documents as `{key=value}` and `[item]`, mistakes as `! INDEX MESSAGE`.
final class Told {
    private Told() {}

    static List<String> of(String text) {
        List<String> told = new ArrayList<>();
        Yaml.read(text, new YamlListener() {
            @Override
            public void document(int start, YamlNode root) {
                told.add(shown(root));
            }

            @Override
            public void mistake(int at, String message) {
                told.add("! " + at + " " + message);
            }
        });
        return told;
    }

    private static String shown(YamlNode node) {
        return switch (node) {
            case YamlScalar scalar -> scalar.value();
            case YamlSequence sequence ->
                sequence.items().stream().map(Told::shown).collect(Collectors.joining(",", "[", "]"));
            case YamlMapping mapping ->
                mapping.entries().stream()
                        .map(entry -> entry.key() + "=" + shown(entry.value()))
                        .collect(Collectors.joining(",", "{", "}"));
        };
    }

    /// Keeps the roots.
    record Roots(List<YamlNode> roots) implements YamlListener {
        @Override
        public void document(int start, YamlNode root) {
            roots.add(root);
        }

        @Override
        public void mistake(int at, String message) {}
    }
}
