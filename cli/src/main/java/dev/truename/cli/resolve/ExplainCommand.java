package dev.truename.cli.resolve;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.Command;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.names.CredentialOptions;
import dev.truename.cli.names.CredentialTeller;
import dev.truename.cli.names.Credentials;
import dev.truename.cli.names.NameJudge;
import dev.truename.cli.names.PullTellers;
import dev.truename.cli.names.SignatureTeller;
import dev.truename.cli.names.Verdict;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Operand;
import dev.truename.cli.spec.Option;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.pull.credential.CredentialLookup;
import dev.truename.pull.policy.SignaturePolicyFiles;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `truename explain`.
public final class ExplainCommand implements Command {
    private static final Option JSON = Option.flag(
            "json",
            "Print one object a line: the members of `truename resolve --json`, and for each candidate `entry`,"
                    + " `unused` and `signatures`, for each source `credentials`; `aliases`, `short-name-mode`, `unqualified-search-registries`, `files`,"
                    + " `layers`, `policy`.");

    private static final CommandSpec SPEC = CommandSpec.of("explain", "tell the whole way from a name to its sources")
            .paragraph(
                    "Tells what the name is, what each layer says of it (the official table, the cluster, the"
                            + " user), which of them counts and why, or which search list gives it a meaning; which table of registries.conf applies, where it would be fetched from, in order, and which"
                            + " places are not used, and why, each with the file and line that say so; for each source, where its"
                            + " credentials would come from, not what they are; and which signatures policy.json wants. Contacts no registry.")
            .operand(Operand.many("NAME", "An image's name.", Completion.IMAGE))
            .options(JSON, CredentialOptions.AUTHFILE)
            .example("truename explain ubi9", "Where does this name lead, and who says so?")
            .exits(ExitCode.CONFIGURATION, ExitCode.UNRESOLVED, ExitCode.BLOCKED)
            .seeAlso("resolve", "config show", "alias list")
            .build();

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public ExitCode run(Arguments arguments, Context context) throws CommandException {
        RegistriesConfiguration configuration = ConfigurationLoading.load(arguments, context);
        Optional<Path> authFile = ConfigurationLoading.path(arguments, CredentialOptions.AUTHFILE);
        CredentialLookup lookup = Credentials.lookup(authFile, context.host().get(), configuration);
        lookup.warnings().forEach(context.console()::warn);
        PullTellers tellers = new PullTellers(
                new CredentialTeller(lookup),
                new SignatureTeller(SignaturePolicyFiles.of(context.host().get())));
        NameJudge judge = new NameJudge(configuration);
        ExitCode exit = ExitCode.DONE;
        int left = arguments.operands().size();
        for (String name : arguments.operands()) {
            left--;
            Verdict verdict = judge.judge(name);
            if (arguments.has(JSON)) {
                context.console().out().line(ExplanationJson.of(verdict, configuration, tellers), left == 0);
            } else {
                new Explanation(context.console(), configuration, tellers).tell(verdict);
            }
            @Nullable CommandException problem = verdict.problem();
            exit = problem == null ? exit : exit.orElse(problem.exitCode());
        }
        return exit;
    }
}
