package dev.truename.names.config;

import dev.truename.names.toml.Toml;
import dev.truename.names.toml.TomlEntry;
import dev.truename.names.toml.TomlValue;
import java.nio.file.Path;

/// What is found in one file. A hostile file cannot make it grow without end.
final class Report {
    private static final int MAX = 1000;

    private final Findings findings;
    private final Path file;
    private final boolean whole;
    private int count;

    /// @param whole whether all of the file could be read, so that what is missing is really missing
    Report(Findings findings, Path file, boolean whole) {
        this.findings = findings;
        this.file = file;
        this.whole = whole;
    }

    void add(Rule rule, int line, String message, String fix) {
        if (count < MAX) {
            findings.add(rule, file, line, message, fix);
        } else if (count == MAX) {
            findings.add(
                    Rule.TOO_MANY, file, line, "there are more mistakes from here on", "correct those above first");
        }
        count++;
    }

    /// Something that should be there is not. Not told of a file with unreadable lines, for it may be one of them.
    void addMissing(Rule rule, int line, String message, String fix) {
        if (whole) {
            add(rule, line, message, fix);
        }
    }

    void wrongType(TomlEntry entry, String expected) {
        wrongType(entry.key(), entry.value(), expected);
    }

    void wrongType(String key, TomlValue value, String expected) {
        add(Rule.VALUE_TYPE, value.line(), Toml.shown(key) + " is " + value.kind(), "give it " + expected);
    }

    Origin origin(int line) {
        return new Origin(file, line);
    }

    Path file() {
        return file;
    }
}
