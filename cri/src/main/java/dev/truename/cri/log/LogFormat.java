package dev.truename.cri.log;

/// How an entry becomes one line, without its end.
@FunctionalInterface
public interface LogFormat {
    String line(LogEntry entry);
}
