package dev.truename.names.toml;

import java.util.stream.Collectors;

/// Values as short text, for comparing.
final class Shown {
    private Shown() {}

    static String of(TomlValue value) {
        return switch (value) {
            case TomlTable table ->
                table.entries().stream()
                        .map(entry -> entry.key() + "=" + of(entry.value()))
                        .collect(Collectors.joining(" ", "{", "}"));
            case TomlArray array -> array.items().stream().map(Shown::of).collect(Collectors.joining(" ", "[", "]"));
            case TomlValue.Text text ->
                "\"" + text.value().replace("\\", "\\\\").replace("\t", "\\u0009") + "\"";
            case TomlValue.Truth truth -> "" + truth.value();
            case TomlValue.Whole whole -> "" + whole.value();
            case TomlValue.Decimal decimal -> "" + decimal.value();
            case TomlValue.Moment moment -> "" + moment.value();
        };
    }
}
