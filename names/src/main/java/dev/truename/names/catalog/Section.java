package dev.truename.names.catalog;

import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Repository;
import dev.truename.names.toml.Toml;
import dev.truename.names.toml.TomlArray;
import dev.truename.names.toml.TomlEntry;
import dev.truename.names.toml.TomlTable;
import dev.truename.names.toml.TomlValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table of one of our files, whose keys are known. What is wrong in it is reported, and reads as empty.
final class Section {
    private final TomlTable table;
    private final Mistakes mistakes;

    /// @param known the keys that have a meaning; any other is a mistake
    Section(TomlTable table, Mistakes mistakes, List<String> known) {
        this.table = table;
        this.mistakes = mistakes;
        for (TomlEntry entry : table.entries()) {
            if (!known.contains(entry.key())) {
                mistakes.unknownKey(entry.line(), entry.key(), known);
            }
        }
    }

    /// The value of a key as a section of its own; null, and reported, if it is no table.
    static @Nullable Section of(TomlEntry entry, Mistakes mistakes, List<String> known) {
        if (entry.value() instanceof TomlTable table) {
            return new Section(table, mistakes, known);
        }
        mistakes.wrongType(entry.key(), entry.value(), "a table with " + known);
        return null;
    }

    boolean has(String key) {
        return table.get(key) != null;
    }

    /// The entry of a key, or none.
    Optional<TomlEntry> entry(String key) {
        return Optional.ofNullable(table.get(key));
    }

    int line(String key) {
        @Nullable TomlEntry entry = table.get(key);
        return entry == null ? table.line() : entry.line();
    }

    /// A string that must be there, on one line and not blank.
    String text(String key) {
        @Nullable TomlEntry entry = table.get(key);
        if (entry == null) {
            mistakes.value(table.line(), key + " is missing", "write " + key + " = \"...\"");
            return "";
        }
        return text(entry, mistakes);
    }

    /// The string of an entry, on one line and not blank.
    static String text(TomlEntry entry, Mistakes mistakes) {
        return text(entry.key(), entry.value(), mistakes);
    }

    static String text(String key, TomlValue value, Mistakes mistakes) {
        if (!(value instanceof TomlValue.Text text)) {
            mistakes.wrongType(key, value, "a string in quotes");
            return "";
        }
        if (text.value().isBlank() || !isPlain(text.value())) {
            mistakes.value(value.line(), Toml.shown(key) + " is blank, or has control characters", "write one line");
        }
        return text.value();
    }

    /// Whether a comment can hold the text, and a terminal show it.
    static boolean isPlain(String text) {
        return Toml.quoted(text).equals("\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }

    /// The strings of a key; none if it is absent.
    List<TomlValue.Text> texts(String key) {
        @Nullable TomlEntry entry = table.get(key);
        if (entry == null) {
            return List.of();
        }
        if (!(entry.value() instanceof TomlArray array)) {
            mistakes.wrongType(key, entry.value(), "a list of strings");
            return List.of();
        }
        List<TomlValue.Text> texts = new ArrayList<>();
        for (TomlValue item : array.items()) {
            if (item instanceof TomlValue.Text text) {
                texts.add(text);
            } else {
                mistakes.wrongType(key, item, "strings only");
            }
        }
        return texts;
    }

    /// The entries of a table whose keys are free; none if it is absent.
    Collection<TomlEntry> entries(String key) {
        @Nullable TomlEntry entry = table.get(key);
        if (entry == null) {
            return List.of();
        }
        if (entry.value() instanceof TomlTable inner) {
            return inner.entries();
        }
        mistakes.wrongType(key, entry.value(), "a table");
        return List.of();
    }

    /// The tables of an array of tables; none if it is absent.
    List<TomlTable> tables(String key) {
        @Nullable TomlEntry entry = table.get(key);
        if (entry == null) {
            return List.of();
        }
        List<TomlTable> tables = new ArrayList<>();
        if (entry.value() instanceof TomlArray array) {
            for (TomlValue item : array.items()) {
                if (item instanceof TomlTable inner) {
                    tables.add(inner);
                } else {
                    mistakes.wrongType(key, item, "tables, each with the header [[" + key + "]]");
                }
            }
        } else {
            mistakes.wrongType(key, entry.value(), "the header [[" + key + "]]");
        }
        return tables;
    }

    /// A repository with its registry; null, and reported, if the text is none.
    static @Nullable Repository repository(String text, int line, Mistakes mistakes) {
        try {
            return Repository.parse(text);
        } catch (InvalidReferenceException e) {
            mistakes.value(line, Toml.shown(text) + " is no repository: " + e.reason(), "write registry/repository");
            return null;
        }
    }
}
