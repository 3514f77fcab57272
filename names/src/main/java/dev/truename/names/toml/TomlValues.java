package dev.truename.names.toml;

import org.jspecify.annotations.Nullable;

/// Values of every type. Arrays and inline tables inside each other are the only recursion of the reader, and bounded.
final class TomlValues {
    private final TomlCursor cursor;
    private final TomlStrings strings;
    private final TomlTables tables;

    TomlValues(TomlCursor cursor, TomlStrings strings, TomlTables tables) {
        this.cursor = cursor;
        this.strings = strings;
        this.tables = tables;
    }

    TomlValue read(int depth) {
        int line = cursor.line();
        int column = cursor.column();
        return switch (cursor.peek()) {
            case '"', '\'' -> new TomlValue.Text(strings.read(), line, column);
            case '[' -> array(depth + 1);
            case '{' -> inlineTable(depth + 1);
            default -> scalar(line, column);
        };
    }

    private TomlArray array(int depth) {
        bound(depth);
        TomlArray array = new TomlArray(false, cursor.line(), cursor.column());
        cursor.skip(1);
        cursor.skipLines();
        while (cursor.peek() != ']') {
            array.add(read(depth));
            cursor.skipLines();
            if (cursor.peek() == ',') {
                cursor.skip(1);
                cursor.skipLines();
            } else if (cursor.peek() != ']') {
                throw cursor.fail("there is " + cursor.shown() + " where ',' or ']' should stand, in the array of line "
                        + array.line());
            }
        }
        cursor.skip(1);
        return array;
    }

    private TomlTable inlineTable(int depth) {
        bound(depth);
        TomlTable table = new TomlTable(TomlTable.Kind.INLINE, cursor.line(), cursor.column());
        cursor.skip(1);
        cursor.skipBlanks();
        if (cursor.peek() != '}') {
            keyAndValue(table, depth);
            while (cursor.peek() == ',') {
                cursor.skip(1);
                cursor.skipBlanks();
                keyAndValue(table, depth);
            }
        }
        if (cursor.peek() != '}') {
            throw cursor.fail("there is " + cursor.shown() + " where ',' or '}' should stand; an inline table ends on"
                    + " its line");
        }
        cursor.skip(1);
        return table;
    }

    /// Reads `key = value` into the table, and the blanks behind.
    void keyAndValue(TomlTable table, int depth) {
        tables.readKey();
        TomlEntry slot = tables.slot(table);
        cursor.skipBlanks();
        if (cursor.peek() != '=') {
            throw cursor.fail("there is " + cursor.shown() + " where '=' should stand");
        }
        cursor.skip(1);
        cursor.skipBlanks();
        TomlTable owner = (TomlTable) slot.value();
        owner.put(new TomlEntry(slot.key(), slot.line(), slot.column(), read(depth)));
        cursor.skipBlanks();
    }

    private void bound(int depth) {
        if (depth > Toml.MAX_DEPTH) {
            throw cursor.fail("values are nested more than " + Toml.MAX_DEPTH + " deep");
        }
    }

    private TomlValue scalar(int line, int column) {
        int from = cursor.offset();
        String token = cursor.token();
        if (token.equals("true") || token.equals("false")) {
            return new TomlValue.Truth(token.equals("true"), line, column);
        }
        @Nullable TomlValue value = number(token, from, line, column);
        if (value == null) {
            throw new TomlSyntaxException(new Toml.Mistake(line, column, false, complaint(token)));
        }
        return value;
    }

    private @Nullable TomlValue number(String token, int from, int line, int column) {
        if (token.isEmpty()) {
            return null;
        }
        int next = cursor.peekAt(1);
        if (token.length() == 10 && TomlTimes.isDate(token) && cursor.peek() == ' ' && next >= '0' && next <= '9') {
            cursor.skip(1);
            cursor.token();
            return TomlTimes.read(cursor.since(from), line, column);
        }
        boolean time = TomlTimes.isDate(token) || token.indexOf(':') >= 0;
        return time ? TomlTimes.read(token, line, column) : TomlNumbers.read(token, line, column);
    }

    private String complaint(String token) {
        return token.isEmpty()
                ? "there is " + cursor.shown() + " where a value should stand"
                : Toml.shown(token) + " is no value; a string needs quotes";
    }
}
