package dev.truename.cli;

import dev.truename.cli.command.Context;
import dev.truename.cli.io.Console;
import dev.truename.cli.io.Descriptor;
import dev.truename.cli.io.Output;
import dev.truename.cli.spec.ExitCode;
import dev.truename.names.config.HostEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a command line left behind.
public record CommandRun(ExitCode exit, String out, String err) {
    /// Runs with nothing on standard input, no terminal and an empty environment.
    public static CommandRun of(String... arguments) {
        return new Setup("", Map.of(), Set.of()).run(arguments);
    }

    /// What a command line finds.
    public record Setup(String input, Map<String, String> environment, Set<Descriptor> terminals) {
        /// Nothing on standard input, no terminal.
        public static Setup in(Map<String, String> environment) {
            return new Setup("", environment, Set.of());
        }

        /// The same with this on standard input.
        public Setup typing(String text) {
            return new Setup(text, environment, terminals);
        }

        /// A host on which nothing is configured but what is in `HOME`, if that is set.
        private static HostEnvironment host(Map<String, String> environment) {
            Path nowhere = Path.of("/nonexistent");
            String home = environment.getOrDefault("HOME", nowhere.toString());
            return new HostEnvironment(environment, Path.of(home), 1000, nowhere, nowhere, nowhere);
        }

        public CommandRun run(String... arguments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Console console = new Console(
                    new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                    new Output(out),
                    new Output(err),
                    terminals::contains,
                    environment);
            ExitCode exit = Main.run(List.of(arguments), new Context(console, () -> host(environment)));
            return new CommandRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }
}
