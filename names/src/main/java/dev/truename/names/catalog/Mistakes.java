package dev.truename.names.catalog;

import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.Finding;
import dev.truename.names.config.Finding.Severity;
import dev.truename.names.config.Origin;
import dev.truename.names.config.Rule;
import dev.truename.names.toml.Toml;
import dev.truename.names.toml.TomlTable;
import dev.truename.names.toml.TomlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What is wrong in one file of ours. A hostile file cannot make it grow without end.
final class Mistakes {
    private static final int MAX = 200;
    private static final String VALUE = "catalogue-value";

    private final Path file;
    private final List<Finding> errors = new ArrayList<>();

    Mistakes(Path file) {
        this.file = file;
    }

    /// Reads TOML; what cannot be read of it is a mistake.
    TomlTable document(byte[] text) {
        Toml.Result toml = Toml.read(text);
        for (Toml.Mistake mistake : toml.errors()) {
            Rule rule = mistake.duplicate() ? Rule.DUPLICATE_KEY : Rule.SYNTAX;
            String message = "column " + mistake.column() + ": " + mistake.message();
            add(rule.id(), mistake.line(), message, mistake.duplicate() ? "remove one of the two" : "correct the line");
        }
        return toml.root();
    }

    void syntax(int line, String message) {
        add(Rule.SYNTAX.id(), line, message, "correct the line");
    }

    void unknownKey(int line, String key, List<String> known) {
        add(Rule.UNKNOWN_KEY.id(), line, Toml.shown(key) + " has no meaning here", "known are " + known);
    }

    void wrongType(String key, TomlValue value, String expected) {
        add(Rule.VALUE_TYPE.id(), value.line(), Toml.shown(key) + " is " + value.kind(), "give it " + expected);
    }

    void value(int line, String message, String fix) {
        add(VALUE, line, message, fix);
    }

    private void add(String rule, int line, String message, String fix) {
        if (errors.size() < MAX) {
            errors.add(new Finding(Severity.ERROR, file, line, rule, message, fix));
        }
    }

    Origin origin(int line) {
        return new Origin(file, line);
    }

    void throwAny() throws ConfigurationException {
        if (!errors.isEmpty()) {
            throw new ConfigurationException(errors);
        }
    }
}
