package dev.truename.names.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/// Something wrong, or likely wrong, in a configuration file.
///
/// @param line counted from 1; 0 when it is about the whole file
/// @param rule a short stable identifier, such as `alias-target`, for scripts and documents
/// @param message what is wrong, one line
/// @param fix what to do, one line
public record Finding(Severity severity, Path file, int line, String rule, String message, String fix) {
    /// Whether the configuration can be used in spite of it.
    public enum Severity {
        ERROR,
        WARNING
    }

    public Finding {
        requireNonNull(severity);
        requireNonNull(file);
        requireNonNull(rule);
        requireNonNull(message);
        requireNonNull(fix);
    }

    /// `file:line`, or the file alone when it is about the whole of it.
    public String place() {
        return line == 0 ? file.toString() : file + ":" + line;
    }

    @Override
    public String toString() {
        return place() + ": " + message + " (" + fix + ")";
    }
}
