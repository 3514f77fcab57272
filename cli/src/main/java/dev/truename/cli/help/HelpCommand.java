package dev.truename.cli.help;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.args.Suggestion;
import dev.truename.cli.command.Catalogue;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.io.Descriptor;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `truename help`.
public final class HelpCommand implements Command {
    private static final CommandSpec SPEC = CommandSpec.of("help", "print the help of a command, or of all")
            .paragraph("`truename COMMAND --help` does the same.")
            .operand(new Operand("COMMAND", false, true, "The command's name, of one word or two.", Completion.COMMAND))
            .example("truename help alias add", "Print the help of one command.")
            .build();

    private final Catalogue catalogue;

    public HelpCommand(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        String name = String.join(" ", arguments.operands());
        int width = context.console().width(Descriptor.OUTPUT);
        context.console().out().raw(page(name, width));
        return ExitCode.DONE;
    }

    private String page(String name, int width) throws CommandException {
        if (name.isEmpty()) {
            return HelpPage.overview(catalogue.specs(), width);
        }
        if (catalogue.isGroup(name)) {
            return HelpPage.group(name, catalogue.specs(), width);
        }
        Optional<Command> command = catalogue.command(name);
        if (command.isEmpty()) {
            throw unknown(name);
        }
        return HelpPage.of(command.get().spec(), width);
    }

    private CommandException unknown(String name) {
        List<String> names = new ArrayList<>(catalogue.names());
        names.addAll(catalogue.groups());
        String meant = Suggestion.nearest(name, names)
                .map(it -> "; did you mean \"" + it + "\"?")
                .orElse("");
        return new CommandException(
                ExitCode.USAGE, "usage", "there is no command \"" + name + "\"" + meant, "Try \"truename --help\".");
    }
}
