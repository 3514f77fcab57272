package dev.truename.names.toml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// An array, of values or of `[[tables]]`. Nothing is added once the document has been read.
public final class TomlArray implements TomlValue {
    private final List<TomlValue> items = new ArrayList<>();
    private final boolean ofTables;
    private final int line;
    private final int column;

    TomlArray(boolean ofTables, int line, int column) {
        this.ofTables = ofTables;
        this.line = line;
        this.column = column;
    }

    public List<TomlValue> items() {
        return Collections.unmodifiableList(items);
    }

    /// Whether further `[[headers]]` may add to it.
    boolean ofTables() {
        return ofTables;
    }

    TomlTable lastTable() {
        return (TomlTable) items.getLast();
    }

    void add(TomlValue item) {
        items.add(item);
    }

    @Override
    public int line() {
        return line;
    }

    @Override
    public int column() {
        return column;
    }

    @Override
    public String kind() {
        return "an array";
    }
}
