package dev.truename.cli.alias;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.io.Json;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.names.Problems;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Operand;
import dev.truename.cli.spec.Option;
import dev.truename.names.config.AliasFile;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.UnknownAliasException;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.ShortName;
import java.io.IOException;

/// `truename alias remove`.
public final class AliasRemoveCommand implements Command {
    private static final Option JSON = Option.flag("json", "Print an object: `name`, `file`.");

    private static final CommandSpec SPEC = CommandSpec.of("alias remove", "forget a recorded alias")
            .paragraph("Takes the alias out of the user's own alias file. An alias of registries.conf is not touched,"
                    + " and counts again if it was shadowed.")
            .operand(Operand.one("NAME", "The short name, without tag and digest.", Completion.ALIAS))
            .options(JSON)
            .example("truename alias remove hello", "From now on `hello` means what registries.conf says.")
            .exits(ExitCode.CONFIGURATION, ExitCode.UNRESOLVED)
            .seeAlso("alias list", "alias add")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        AliasFile file =
                new AliasFile(ConfigurationLoading.sources(arguments, context).aliasFile());
        try {
            ShortName name = ShortName.parseKey(arguments.operand());
            file.remove(name);
            tell(arguments, context, name, file);
            return ExitCode.DONE;
        } catch (InvalidReferenceException e) {
            throw Problems.invalid(e, "Give a short name: truename alias remove hello");
        } catch (UnknownAliasException e) {
            throw unknown(e);
        } catch (ConfigurationException e) {
            throw ConfigurationLoading.failure(e);
        } catch (IOException e) {
            throw AliasFiles.notWritten(file, e);
        }
    }

    private static CommandException unknown(UnknownAliasException e) {
        return new CommandException(
                ExitCode.UNRESOLVED,
                "unknown-alias",
                "there is no alias \"" + e.name() + "\" in " + e.aliasFile(),
                "An alias of registries.conf is changed there: find its line with: truename explain " + e.name());
    }

    private static void tell(Arguments arguments, Context context, ShortName name, AliasFile file) {
        if (arguments.has(JSON)) {
            Json json = new Json().startObject().member("name", name.path());
            context.console()
                    .out()
                    .lastLine(json.member("file", file.path().toString())
                            .endObject()
                            .toString());
        } else {
            context.console().out().line("removed " + name.path() + "  (" + file.path() + ")");
        }
    }
}
