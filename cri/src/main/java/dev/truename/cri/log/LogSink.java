package dev.truename.cri.log;

/// Where lines go. Called from many threads at once; must not throw, and must keep lines apart.
@FunctionalInterface
public interface LogSink {
    void write(String line);
}
