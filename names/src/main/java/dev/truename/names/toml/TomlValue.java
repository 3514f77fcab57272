package dev.truename.names.toml;

import java.time.temporal.Temporal;

/// A value, and where it starts. Lines and columns are counted from 1, columns in code points.
public sealed interface TomlValue
        permits TomlValue.Text,
                TomlValue.Truth,
                TomlValue.Whole,
                TomlValue.Decimal,
                TomlValue.Moment,
                TomlArray,
                TomlTable {
    int line();

    int column();

    /// What the value is, for messages: `a string`, `a table`.
    String kind();

    record Text(String value, int line, int column) implements TomlValue {
        @Override
        public String kind() {
            return "a string";
        }
    }

    record Truth(boolean value, int line, int column) implements TomlValue {
        @Override
        public String kind() {
            return "a boolean";
        }
    }

    record Whole(long value, int line, int column) implements TomlValue {
        @Override
        public String kind() {
            return "an integer";
        }
    }

    record Decimal(double value, int line, int column) implements TomlValue {
        @Override
        public String kind() {
            return "a float";
        }
    }

    /// @param value an `OffsetDateTime`, `LocalDateTime`, `LocalDate` or `LocalTime`; digits behind the nanoseconds are
    ///     dropped
    record Moment(Temporal value, int line, int column) implements TomlValue {
        @Override
        public String kind() {
            return "a date or time";
        }
    }
}
