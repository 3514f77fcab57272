package dev.truename.names.toml;

/// A key and its value. For a dotted key the line and column are those of its first part.
public record TomlEntry(String key, int line, int column, TomlValue value) {}
