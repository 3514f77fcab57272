package dev.truename.cli.demo;

import dev.truename.cli.command.Context;
import dev.truename.cli.io.Console;
import dev.truename.cli.io.Output;
import dev.truename.cli.io.Styled.Style;
import dev.truename.cli.spec.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Tells the story, runs the commands in it, and checks that they did what is told.
final class DemoStage {
    private final Context context;
    private final Console console;
    private final CommandLineRunner runner;
    private final Path folder;
    private final List<String> failures = new ArrayList<>();

    DemoStage(Context context, CommandLineRunner runner, Path folder) {
        this.context = context;
        this.console = context.console();
        this.runner = runner;
        this.folder = folder;
    }

    /// The options that lead a command into the demo's own world.
    List<String> options(Path registriesConf) {
        return List.of(
                "--registries-conf=" + registriesConf,
                "--registries-conf-dir=" + folder.resolve("no-drop-ins"),
                "--alias-file=" + folder.resolve("aliases.conf"),
                "--root=" + folder.resolve("store-" + registriesConf.getFileName()));
    }

    void title(String text) {
        console.out().line("");
        console.out().line(console.forOut().add(Style.BOLD, text));
    }

    void say(String text) {
        console.out().line("  " + text);
    }

    /// Runs a command as if it had been typed, and shows what it printed.
    ///
    /// @throws InterruptedIOException if somebody ended the demo meanwhile
    DemoRun run(Path registriesConf, String... typed) throws InterruptedIOException {
        console.out().line(console.forOut().add("  ").add(Style.CYAN, "$ truename " + String.join(" ", typed)));
        console.flush();
        List<String> arguments = new ArrayList<>(options(registriesConf));
        arguments.addAll(List.of(typed));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console captured = new Console(
                InputStream.nullInputStream(), new Output(out), new Output(err), descriptor -> false, Map.of());
        ExitCode exit = runner.run(arguments, new Context(captured, context.host()));
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException();
        }
        DemoRun run = new DemoRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        run.err().lines().forEach(line -> console.out().line(console.forOut().add(Style.DIM, "    " + line)));
        run.out().lines().forEach(line -> console.out().line("    " + line));
        return run;
    }

    /// States what must be so; says whether it is.
    void check(boolean holds, String fact) {
        if (!holds) {
            failures.add(fact);
        }
        console.out()
                .line(console.forOut()
                        .add(holds ? Style.GREEN : Style.RED, holds ? "  ok: " : "  NOT SO: ")
                        .add(fact));
        console.flush();
    }

    /// What was told and was not so.
    List<String> failures() {
        return List.copyOf(failures);
    }
}
