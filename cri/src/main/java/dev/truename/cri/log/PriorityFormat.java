package dev.truename.cri.log;

import static java.util.Objects.requireNonNull;

/// Another format, with each line's priority in front (`<6>`, sd-daemon(3)). The journal keeps it apart from the line.
///
/// @param format of the rest of the line
public record PriorityFormat(LogFormat format) implements LogFormat {
    public PriorityFormat {
        requireNonNull(format);
    }

    @Override
    public String line(LogEntry entry) {
        return "<" + entry.level().priority() + ">" + format.line(entry);
    }
}
