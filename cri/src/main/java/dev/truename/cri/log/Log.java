package dev.truename.cri.log;

import static java.util.Objects.requireNonNull;

import java.time.Clock;

/// Writes entries down to one level, in one format. Any number of threads may write.
///
/// @param lowest lines of a lower level are not made
public record Log(LogLevel lowest, LogFormat format, LogSink sink, Clock clock) {
    public Log {
        requireNonNull(lowest);
        requireNonNull(format);
        requireNonNull(sink);
        requireNonNull(clock);
    }

    public boolean takes(LogLevel level) {
        return level.reaches(lowest);
    }

    void write(LogLevel level, String event, String message, LogFields fields) {
        if (takes(level)) {
            sink.write(
                    format.line(new LogEntry(clock.instant(), level, event, LogFields.shown(message), fields.all())));
        }
    }

    /// A line about the process itself, such as that it has started.
    public void tell(LogLevel level, String event, String message) {
        write(level, event, message, new LogFields());
    }
}
