package dev.truename.cli.command;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.ExitCode;

/// One command. Made for one run.
public interface Command {
    CommandSpec spec();

    /// Does it.
    ///
    /// @param arguments read against [#spec()]
    /// @return how it ended, when everything there is to say has been said
    /// @throws CommandException to end with one error
    ExitCode run(Arguments arguments, Context context) throws CommandException;
}
