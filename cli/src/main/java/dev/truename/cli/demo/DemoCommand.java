package dev.truename.cli.demo;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.io.Console;
import dev.truename.cli.io.Interruption;
import dev.truename.cli.io.TemporaryFolder;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Option;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// `truename demo`.
public final class DemoCommand implements Command {
    private static final Option KEEP = Option.flag(
            "keep", "Leave the registries up afterwards, until Ctrl-C, and print what to type in another terminal.");

    private static final CommandSpec SPEC = CommandSpec.of("demo", "show what a short name can do, and what stops it")
            .paragraph("Starts registries of its own on loopback and pulls from them: a squatter who holds the name in"
                    + " an earlier search registry, the alias table that stops it, a mirror, and an unreachable"
                    + " registry that does not let the squatter in. Needs no network, and changes nothing: all is in a"
                    + " temporary folder, which is removed at the end.")
            .paragraph("What is told is checked as it goes: exit code 1 if any of it is not so.")
            .options(KEEP)
            .example("truename demo", "Watch it.")
            .example("truename demo --keep", "Watch it, then try for yourself.")
            .exits(ExitCode.INTERRUPTED)
            .seeAlso("pull", "resolve", "alias add")
            .build();

    private final CommandLineRunner runner;

    public DemoCommand(CommandLineRunner runner) {
        this.runner = runner;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        try (Interruption _ = context.interruption().stopping();
                TemporaryFolder folder = TemporaryFolder.create("truename-demo-");
                DemoRegistries registries = new DemoRegistries()) {
            DemoStage stage = new DemoStage(context, runner, folder.path());
            DemoConfigurations configurations = new DemoConfigurations(folder.path(), registries);
            new DemoStory(stage, registries, configurations).tell();
            conclude(stage, context.console());
            if (arguments.has(KEEP)) {
                keep(stage, configurations, context.console());
                return ExitCode.INTERRUPTED;
            }
            return stage.failures().isEmpty() ? ExitCode.DONE : ExitCode.FAILURE;
        } catch (InterruptedIOException e) {
            return ExitCode.INTERRUPTED;
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.FAILURE, "demo", "cannot set up the demo: " + e, "It needs a temporary folder.");
        }
    }

    private static void conclude(DemoStage stage, Console console) {
        console.out().line("");
        int failures = stage.failures().size();
        console.out()
                .line(
                        failures == 0
                                ? "All of it was so: real pulls, real digests."
                                : failures + " of the facts above are not so.");
        console.flush();
    }

    private static void keep(DemoStage stage, DemoConfigurations configurations, Console console) throws IOException {
        console.out().line("");
        console.out().line("The registries stay up until Ctrl-C. Try in another terminal:");
        for (Path configuration : new Path[] {configurations.mirror(), configurations.unreachable()}) {
            console.out().line("");
            console.out().line("  options='" + String.join(" ", stage.options(configuration)) + "'");
            console.out().line("  truename explain $options hello");
            console.out().line("  truename pull $options hello");
            console.out().line("  truename images $options");
        }
        console.flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
