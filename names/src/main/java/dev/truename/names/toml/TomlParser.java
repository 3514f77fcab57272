package dev.truename.names.toml;

import java.util.ArrayList;
import java.util.List;

/// Statements: headers and entries, one a line. One that cannot be read costs itself alone.
final class TomlParser {
    /// Enough to mend a file by; more would be noise.
    private static final int MAX_ERRORS = 200;

    private final List<Toml.Mistake> errors = new ArrayList<>();
    private final TomlTable root = new TomlTable(TomlTable.Kind.HEADER, 1, 1);
    private final TomlCursor cursor;
    private final TomlTables tables;
    private final TomlValues values;
    private TomlTable current = root;

    TomlParser(byte[] document) {
        cursor = new TomlCursor(document);
        TomlStrings strings = new TomlStrings(cursor);
        tables = new TomlTables(cursor, strings, errors);
        values = new TomlValues(cursor, strings, tables);
    }

    Toml.Result parse() {
        while (cursor.peek() != TomlCursor.END && errors.size() < MAX_ERRORS) {
            int line = cursor.line();
            try {
                statement();
            } catch (TomlSyntaxException e) {
                errors.add(e.mistake());
                recover(line);
            }
        }
        return new Toml.Result(root, errors);
    }

    private void statement() {
        cursor.skipBlanks();
        int c = cursor.peek();
        if (c == '[') {
            header();
        } else if (c != '#' && c != '\n' && c != '\r' && c != TomlCursor.END) {
            values.keyAndValue(current, 0);
        }
        cursor.endOfLine();
    }

    /// Entries below a header that cannot be read belong to no table that is known.
    private void header() {
        current = tables.nowhere();
        boolean array = cursor.peekAt(1) == '[';
        cursor.skip(array ? 2 : 1);
        cursor.skipBlanks();
        tables.readKey();
        if (cursor.peek() != ']' || (array && cursor.peekAt(1) != ']')) {
            throw cursor.fail(
                    "there is " + cursor.shown() + " where the header should be closed by " + (array ? "']]'" : "']'"));
        }
        cursor.skip(array ? 2 : 1);
        current = array ? tables.arrayHeader(root) : tables.header(root);
    }

    /// Goes to the next line that can be a statement. A value that went wrong behind its first line is left as a
    /// whole: what is inside of it is none. Every line is read at most twice on the way.
    private void recover(int statementLine) {
        if (cursor.line() == statementLine) {
            cursor.nextLine();
            return;
        }
        cursor.backToLineStart();
        while (cursor.peek() != TomlCursor.END && !cursor.looksLikeStatement()) {
            cursor.nextLine();
        }
    }
}
