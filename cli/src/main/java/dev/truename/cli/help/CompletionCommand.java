package dev.truename.cli.help;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.args.Suggestion;
import dev.truename.cli.args.Words;
import dev.truename.cli.command.Catalogue;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Operand;
import java.util.List;

/// `truename completion`.
public final class CompletionCommand implements Command {
    static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    private static final CommandSpec SPEC = CommandSpec.of("completion", "print a completion script for a shell")
            .paragraph("Commands, options and their values are completed, and the names of stored images.")
            .operand(Operand.one("SHELL", "`bash`, `zsh` or `fish`.", Completion.SHELL))
            .example("source <(truename completion bash)", "Complete in this bash.")
            .example("truename completion zsh > \"${fpath[1]}/_truename\"", "Complete in every new zsh.")
            .example("truename completion fish > ~/.config/fish/completions/truename.fish", "Complete in every fish.")
            .build();

    private final Catalogue catalogue;

    public CompletionCommand(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        context.console().out().raw(script(arguments.operand()));
        return ExitCode.DONE;
    }

    private String script(String shell) throws CommandException {
        return switch (shell) {
            case "bash" -> BashCompletion.of(catalogue);
            case "zsh" -> ZshCompletion.of(catalogue);
            case "fish" -> FishCompletion.of(catalogue);
            default ->
                throw new CommandException(
                        ExitCode.USAGE,
                        "usage",
                        "there is no completion for \"" + shell + "\""
                                + Suggestion.nearest(shell, SHELLS)
                                        .map(it -> "; did you mean " + it + "?")
                                        .orElse(""),
                        "Name one of " + Words.or(SHELLS) + ".");
        };
    }
}
