package dev.truename.cli.node;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.io.Console;
import dev.truename.cli.io.Output.OutputException;
import dev.truename.cri.http.MonitorAddress;
import dev.truename.cri.log.JsonFormat;
import dev.truename.cri.log.Log;
import dev.truename.cri.log.LogFormat;
import dev.truename.cri.log.LogLevel;
import dev.truename.cri.log.LogSink;
import dev.truename.cri.log.PriorityFormat;
import dev.truename.cri.log.TextFormat;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// What the options of `truename serve` for those who watch it mean.
final class WatchChoices {
    private static final String OFF = "off";

    private WatchChoices() {}

    static Optional<MonitorAddress> metrics(Arguments arguments) throws CommandException {
        String text = arguments.value(ServeOptions.METRICS).orElse(ServeOptions.DEFAULT_METRICS);
        if (text.equals(OFF)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MonitorAddress.parse(text, arguments.has(ServeOptions.METRICS_ANYWHERE)));
        } catch (IllegalArgumentException e) {
            throw Values.usage(
                    "--metrics: " + e.getMessage(),
                    "Write a port, 127.0.0.1:PORT or off; --metrics-anywhere for an address that others reach.");
        }
    }

    static Log log(Arguments arguments, Console console, Map<String, String> environment) throws CommandException {
        String level = arguments.value(ServeOptions.LOG_LEVEL).orElse("info");
        Optional<LogLevel> lowest = LogLevel.ofWord(level);
        if (lowest.isEmpty()) {
            throw Values.usage("--log-level: \"" + level + "\" is none", "Write error, warning, info or debug.");
        }
        return new Log(lowest.get(), format(arguments, environment), sink(console), Clock.systemUTC());
    }

    private static LogFormat format(Arguments arguments, Map<String, String> environment) throws CommandException {
        boolean journal = JournalStream.isStandardError(environment);
        String usual = journal ? "journal" : "text";
        String word = arguments.value(ServeOptions.LOG_FORMAT).orElse(usual);
        return switch (word) {
            case "text" -> TextFormat.PLAIN;
            case "journal" -> TextFormat.JOURNAL;
            case "json" -> journal ? new PriorityFormat(new JsonFormat()) : new JsonFormat();
            default -> throw Values.usage("--log-format: \"" + word + "\" is none", "Write text, journal or json.");
        };
    }

    /// A log that nobody reads any more is no reason to end.
    private static LogSink sink(Console console) {
        return line -> {
            try {
                console.err().raw(line + "\n");
                console.err().flush();
            } catch (OutputException e) {
                return;
            }
        };
    }
}
