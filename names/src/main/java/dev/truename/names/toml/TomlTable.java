package dev.truename.names.toml;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A table, in the order of the document. Nothing is added once the document has been read.
public final class TomlTable implements TomlValue {
    /// How a table came to be, which decides what may still be added to it.
    enum Kind {
        /// Only named on the way to another one: `a` in `[a.b]`. May get its own header later.
        IMPLICIT,
        /// By its own `[header]`, or the document itself.
        HEADER,
        /// By a dotted key: `a` in `a.b = 1`. Never gets a header of its own.
        DOTTED,
        /// `{ }`: complete where it stands.
        INLINE
    }

    private final Map<String, TomlEntry> entries = new LinkedHashMap<>();
    private Kind kind;
    private int line;
    private int column;

    TomlTable(Kind kind, int line, int column) {
        this.kind = kind;
        this.line = line;
        this.column = column;
    }

    public Collection<TomlEntry> entries() {
        return Collections.unmodifiableCollection(entries.values());
    }

    public @Nullable TomlEntry get(String key) {
        return entries.get(key);
    }

    /// Whether the table has a `[header]` of its own.
    public boolean hasHeader() {
        return kind == Kind.HEADER;
    }

    Kind madeBy() {
        return kind;
    }

    /// Gives an implicit table the notation that defines it.
    void define(Kind by, int atLine, int atColumn) {
        kind = by;
        line = atLine;
        column = atColumn;
    }

    void put(TomlEntry entry) {
        entries.put(entry.key(), entry);
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
        return "a table";
    }
}
