package dev.truename.names.toml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keys, and the tables that they lead to. What is defined twice is a mistake that both lines are named in; reading
/// goes on, into a table that nobody sees.
final class TomlTables {
    private final TomlCursor cursor;
    private final TomlStrings strings;
    private final List<Toml.Mistake> errors;

    /// The key read last: its parts, and where it starts.
    private final List<String> key = new ArrayList<>();

    private int line;
    private int column;

    TomlTables(TomlCursor cursor, TomlStrings strings, List<Toml.Mistake> errors) {
        this.cursor = cursor;
        this.strings = strings;
        this.errors = errors;
    }

    /// Reads a key, dotted or not; the cursor ends up behind it and the blanks that follow.
    void readKey() {
        key.clear();
        line = cursor.line();
        column = cursor.column();
        key.add(part());
        cursor.skipBlanks();
        while (cursor.peek() == '.') {
            cursor.skip(1);
            cursor.skipBlanks();
            if (key.size() == Toml.MAX_DEPTH) {
                throw cursor.fail("the key has more than " + Toml.MAX_DEPTH + " parts");
            }
            key.add(part());
            cursor.skipBlanks();
        }
    }

    private String part() {
        int c = cursor.peek();
        if (c == '"' || c == '\'') {
            return strings.oneLine(c);
        }
        String bare = cursor.bareKey();
        if (bare.isEmpty()) {
            throw cursor.fail("there is " + cursor.shown() + " where a key should stand");
        }
        return bare;
    }

    /// Where the value of the key read last belongs: the entry's value is the table, its key the last part.
    TomlEntry slot(TomlTable from) {
        TomlTable table = from;
        for (int i = 0; i < key.size() - 1; i++) {
            table = dotted(table, key.get(i));
        }
        String last = key.getLast();
        @Nullable TomlEntry existing = table.get(last);
        if (existing != null) {
            duplicate(existing);
            table = nowhere();
        }
        return new TomlEntry(last, line, column, table);
    }

    private TomlTable dotted(TomlTable parent, String part) {
        @Nullable TomlEntry existing = parent.get(part);
        if (existing == null) {
            return added(parent, part, new TomlTable(TomlTable.Kind.DOTTED, line, column));
        }
        if (existing.value() instanceof TomlTable table) {
            if (table.madeBy() == TomlTable.Kind.IMPLICIT) {
                table.define(TomlTable.Kind.DOTTED, line, column);
            }
            if (table.madeBy() == TomlTable.Kind.DOTTED) {
                return table;
            }
        }
        duplicate(existing);
        return nowhere();
    }

    /// The table of a `[header]` whose name was read last.
    TomlTable header(TomlTable root) {
        TomlTable parent = parent(root);
        @Nullable TomlEntry existing = parent.get(key.getLast());
        if (existing == null) {
            return added(parent, key.getLast(), new TomlTable(TomlTable.Kind.HEADER, line, column));
        }
        if (existing.value() instanceof TomlTable table && table.madeBy() == TomlTable.Kind.IMPLICIT) {
            table.define(TomlTable.Kind.HEADER, line, column);
            return table;
        }
        duplicate(existing);
        return nowhere();
    }

    /// The new table of a `[[header]]` whose name was read last.
    TomlTable arrayHeader(TomlTable root) {
        TomlTable parent = parent(root);
        @Nullable TomlEntry existing = parent.get(key.getLast());
        TomlTable table = new TomlTable(TomlTable.Kind.HEADER, line, column);
        if (existing == null) {
            TomlArray array = new TomlArray(true, line, column);
            parent.put(new TomlEntry(key.getLast(), line, column, array));
            array.add(table);
        } else if (existing.value() instanceof TomlArray array && array.ofTables()) {
            array.add(table);
        } else {
            duplicate(existing);
        }
        return table;
    }

    private TomlTable parent(TomlTable root) {
        TomlTable table = root;
        for (int i = 0; i < key.size() - 1; i++) {
            table = onTheWay(table, key.get(i));
        }
        return table;
    }

    private TomlTable onTheWay(TomlTable parent, String part) {
        @Nullable TomlEntry existing = parent.get(part);
        if (existing == null) {
            return added(parent, part, new TomlTable(TomlTable.Kind.IMPLICIT, line, column));
        }
        if (existing.value() instanceof TomlTable table && table.madeBy() != TomlTable.Kind.INLINE) {
            return table;
        }
        if (existing.value() instanceof TomlArray array && array.ofTables()) {
            return array.lastTable();
        }
        duplicate(existing);
        return nowhere();
    }

    private TomlTable added(TomlTable parent, String part, TomlTable table) {
        parent.put(new TomlEntry(part, line, column, table));
        return table;
    }

    private void duplicate(TomlEntry existing) {
        errors.add(new Toml.Mistake(
                line, column, true, Toml.shown(existing.key()) + " is already defined on line " + existing.line()));
    }

    TomlTable nowhere() {
        return new TomlTable(TomlTable.Kind.HEADER, line, column);
    }
}
