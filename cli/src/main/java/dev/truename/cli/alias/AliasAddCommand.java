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
import dev.truename.names.config.ConfigurationLoader;
import dev.truename.names.config.ConfigurationSources;
import dev.truename.names.config.ProtectedNameException;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import java.io.IOException;

/// `truename alias add`.
public final class AliasAddCommand implements Command {
    private static final Option JSON = Option.flag("json", "Print an object: `name`, `target`, `file`.");

    private static final CommandSpec SPEC = CommandSpec.of("alias add", "record what a short name means")
            .paragraph("Writes the alias to the user's own alias file, which beats registries.conf. A name that is"
                    + " there already gets the new meaning.")
            .paragraph("A name that a layer above the user's protects (see docs/configuration.md) is refused, unless it"
                    + " is given the meaning that it has.")
            .operand(Operand.one("NAME", "The short name, without tag and digest.", Completion.ALIAS))
            .operand(Operand.one("REPOSITORY", "What it means: a repository with its registry.", Completion.NOTHING))
            .options(JSON)
            .example("truename alias add hello quay.io/podman/hello", "From now on `hello` is this image.")
            .exits(ExitCode.CONFIGURATION)
            .seeAlso("alias list", "alias remove")
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
            ShortName name = ShortName.parseKey(arguments.operands().getFirst());
            Repository target = Repository.parse(arguments.operands().getLast());
            add(name, target, file, arguments, context);
            tell(arguments, context, name, target, file);
            return ExitCode.DONE;
        } catch (InvalidReferenceException e) {
            throw Problems.invalid(
                    e,
                    "Give a short name, and a repository with its registry: truename alias add hello"
                            + " quay.io/podman/hello");
        } catch (ConfigurationException e) {
            throw ConfigurationLoading.failure(e);
        } catch (IOException e) {
            throw AliasFiles.notWritten(file, e);
        }
    }

    /// Only where something is protected does the rest of the configuration matter.
    private static void add(ShortName name, Repository target, AliasFile file, Arguments arguments, Context context)
            throws CommandException, ConfigurationException, IOException {
        ConfigurationSources sources = ConfigurationLoading.sources(arguments, context);
        if (!ConfigurationLoader.protects(sources)) {
            file.add(name, target);
            return;
        }
        try {
            file.add(name, target, ConfigurationLoader.load(sources));
        } catch (ProtectedNameException e) {
            throw Problems.isProtected(e.protection(), file.path());
        }
    }

    private static void tell(Arguments arguments, Context context, ShortName name, Repository target, AliasFile file) {
        if (arguments.has(JSON)) {
            Json json = new Json().startObject().member("name", name.path()).member("target", target.toString());
            json.member("file", file.path().toString()).endObject();
            context.console().out().lastLine(json.toString());
        } else {
            context.console().out().line(name.path() + "  " + target + "  (" + file.path() + ")");
        }
    }
}
