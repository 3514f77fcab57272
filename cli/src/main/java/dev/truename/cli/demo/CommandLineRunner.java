package dev.truename.cli.demo;

import dev.truename.cli.command.Context;
import dev.truename.cli.spec.ExitCode;
import java.util.List;

/// Runs other commands in this process.
@FunctionalInterface
public interface CommandLineRunner {
    ExitCode run(List<String> arguments, Context context);
}
