package dev.truename.cri.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/// A sentence, then `name=value` for each field; a value with blanks or quotes in it is quoted.
///
/// For the journal with its priority in front (`<6>`, sd-daemon(3)) and no time, since the journal has its own; for
/// files and terminals with time and level.
public enum TextFormat implements LogFormat {
    JOURNAL {
        @Override
        void head(LogEntry entry, StringBuilder line) {
            line.append('<').append(entry.level().priority()).append('>');
        }
    },
    PLAIN {
        @Override
        void head(LogEntry entry, StringBuilder line) {
            Instant time = entry.time().truncatedTo(ChronoUnit.MILLIS);
            String level = entry.level().word().toUpperCase(Locale.ROOT);
            line.append(time).append(' ').append(level).append(' ');
        }
    };

    abstract void head(LogEntry entry, StringBuilder line);

    @Override
    public String line(LogEntry entry) {
        StringBuilder line = new StringBuilder(256);
        head(entry, line);
        line.append(entry.message());
        for (Map.Entry<String, Object> field : entry.fields().entrySet()) {
            line.append(' ').append(field.getKey()).append('=');
            append(String.valueOf(field.getValue()), line);
        }
        return line.toString();
    }

    private static void append(String value, StringBuilder line) {
        if (isPlain(value)) {
            line.append(value);
            return;
        }
        line.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\');
            }
            line.append(c);
        }
        line.append('"');
    }

    private static boolean isPlain(String value) {
        return !value.isEmpty() && value.chars().noneMatch(c -> c == ' ' || c == '"' || c == '=' || c == '\\');
    }
}
