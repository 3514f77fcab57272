package dev.truename.cri.log;

import static java.util.Objects.requireNonNull;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Takes what libraries tell `java.util.logging` (gRPC and Netty do) into the service's own log, so that every line has
/// one form. Warnings and errors alone: the rest is for who works on those libraries.
public final class LibraryLog extends Handler {
    private final Log log;

    private LibraryLog(Log log) {
        this.log = requireNonNull(log);
    }

    /// In the place of what prints such lines otherwise, for the whole process.
    public static void install(Log log) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(new LibraryLog(log));
    }

    @Override
    public void publish(LogRecord record) {
        LogFields fields = new LogFields().text("logger", String.valueOf(record.getLoggerName()));
        @Nullable Throwable thrown = record.getThrown();
        if (thrown != null) {
            fields.text("cause", thrown.toString());
        }
        LogLevel level = record.getLevel().intValue() >= Level.SEVERE.intValue() ? LogLevel.ERROR : LogLevel.WARNING;
        log.write(level, "library", String.valueOf(record.getMessage()), fields);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
