package dev.truename.cli.demo;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.ExitCode;
import java.io.IOException;
import java.nio.file.Path;

/// Walks once through what commands do, so that the JVM writes down what it loaded and linked on the way
/// (`-XX:AOTCacheOutput`). Not in any list of commands: installing runs it.
public final class TrainCommand implements Command {
    private static final CommandSpec SPEC = CommandSpec.of("train", "load what commands load")
            .paragraph("Run by truename-train.")
            .build();

    private final CommandLineRunner runner;

    public TrainCommand(CommandLineRunner runner) {
        this.runner = runner;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        try (TemporaryFolder folder = TemporaryFolder.create("truename-train-");
                DemoRegistries registries = new DemoRegistries()) {
            DemoStage stage = new DemoStage(context, runner, folder.path());
            DemoConfigurations configurations = new DemoConfigurations(folder.path(), registries);
            walk(stage, configurations.alias(), registries);
            walk(stage, configurations.attack(), registries);
            stage.run(configurations.unreachable(), "pull", "hello");
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILURE, "train", "cannot set up the training: " + e, "");
        }
    }

    private static void walk(DemoStage stage, Path configuration, DemoRegistries registries) {
        stage.run(configuration, "resolve", "hello");
        stage.run(configuration, "resolve", "--json", "hello", DemoConfigurations.TRUSTED + "/hello");
        stage.run(configuration, "explain", "hello");
        stage.run(configuration, "config", "check");
        stage.run(configuration, "alias", "list");
        stage.run(configuration, "pull", "hello");
        stage.run(configuration, "pull", "hello@" + registries.trueDigest);
        stage.run(configuration, "images");
        stage.run(configuration, "inspect", "hello");
        stage.run(configuration, "inspect", "--remote", "hello");
        stage.run(configuration, "rm", "hello");
        stage.run(configuration, "prune");
        stage.run(configuration, "help");
        stage.run(configuration, "nothing");
    }
}
