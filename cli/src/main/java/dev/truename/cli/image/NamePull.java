package dev.truename.cli.image;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.io.Console;
import dev.truename.cli.io.Interruption;
import dev.truename.cli.names.ConfigurationLoading;
import dev.truename.cli.names.NameJudge;
import dev.truename.cli.names.Verdict;
import dev.truename.cli.progress.Progress;
import dev.truename.cli.progress.Sizes;
import dev.truename.cli.prompt.CandidatePrompt;
import dev.truename.cli.prompt.ChoiceCancelledException;
import dev.truename.cli.spec.ExitCode;
import dev.truename.names.config.AliasFile;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.ProtectedNameException;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.pullsource.PullSourcePlanner;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.ShortName;
import dev.truename.names.shortname.Candidate;
import dev.truename.names.shortname.Chooser;
import dev.truename.names.shortname.Recording;
import dev.truename.pull.pull.PullOutcome;
import dev.truename.pull.pull.PullSettings;
import dev.truename.pull.pull.Puller;
import dev.truename.pull.pull.SourceFailure;
import dev.truename.pull.store.ImageStore;
import dev.truename.pull.transport.Pauses;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/// The pulls of one command line, name after name.
final class NamePull {
    private final Arguments arguments;
    private final Context context;
    private final Console console;
    private final RegistriesConfiguration configuration;
    private final ImageStore store;
    private final NameJudge judge;
    private final PullSettings settings;
    private final boolean json;
    private final boolean quiet;

    NamePull(Arguments arguments, Context context, RegistriesConfiguration configuration, ImageStore store)
            throws CommandException {
        this.arguments = arguments;
        this.context = context;
        this.console = context.console();
        this.configuration = configuration;
        this.store = store;
        this.json = arguments.has(PullCommand.JSON);
        this.quiet = arguments.has(PullCommand.QUIET);
        this.settings = PullChoices.settings(arguments, context.host().get());
        boolean ask = !json && !quiet && console.canAsk();
        this.judge = new NameJudge(configuration, ask ? new Asking() : Chooser.NOBODY);
    }

    /// Whoever mistyped a name learns it before choosing.
    private final class Asking implements Chooser {
        @Override
        public Optional<Candidate> choose(ShortName name, List<Candidate> candidates) {
            judge.warningsAbout(name).forEach(console::warn);
            return new CandidatePrompt(console).choose(name, candidates);
        }
    }

    /// Pulls one name, and says how that went.
    ///
    /// @param last whether none comes after it
    ExitCode run(String name, boolean last) throws CommandException {
        Verdict verdict;
        try {
            verdict = judge.judge(name);
        } catch (ChoiceCancelledException e) {
            console.error("cannot pull " + name + ": nothing was chosen");
            return ExitCode.INTERRUPTED;
        }
        if (!json && !quiet) {
            verdict.warnings().forEach(console::warn);
        }
        @Nullable CommandException problem = verdict.problem();
        boolean search = verdict.resolution().equals("searched"); // whether a block ends it depends on the fallback
        return problem != null && !search ? failed(verdict, problem, List.of(), last) : pull(name, verdict, last);
    }

    private ExitCode pull(String name, Verdict verdict, boolean last) throws CommandException {
        if (json) {
            console.out().owe(PullJson.failed(verdict, CommandException.interrupted(), List.of()));
        }
        try (Interruption _ = context.interruption().stopping()) {
            long started = System.nanoTime();
            List<Qualified> candidates = verdict.candidates().stream()
                    .map(place -> place.plan().reference())
                    .toList();
            PullOutcome outcome = outcome(name, candidates);
            return outcome instanceof PullOutcome.Pulled pulled // no pattern switch, see docs/decisions/0013
                    ? succeeded(verdict, pulled, started, last)
                    : failed(
                            verdict,
                            PullProblems.of(name, candidates, (PullOutcome.Failed) outcome),
                            outcome.failures(),
                            last);
        }
    }

    private PullOutcome outcome(String name, List<Qualified> candidates) throws CommandException {
        try (Registries registries = Registries.open(arguments, context, configuration, candidates.getFirst());
                Progress progress = json || quiet ? Progress.none() : Progress.on(console, name)) {
            ThreadFactory threads = Thread.ofPlatform().daemon().factory();
            PullSourcePlanner planner = new PullSourcePlanner(configuration);
            return new Puller(planner, registries, store, settings, Pauses.real(), threads).pull(candidates, progress);
        }
    }

    private ExitCode failed(Verdict verdict, CommandException problem, List<SourceFailure> failures, boolean last) {
        if (json) {
            boolean ends = last || problem.exitCode() == ExitCode.INTERRUPTED;
            console.out().line(PullJson.failed(verdict, problem, failures), ends);
        } else {
            console.error(problem.message());
            console.hint(problem.fix());
        }
        console.flush();
        return problem.exitCode();
    }

    private ExitCode succeeded(Verdict verdict, PullOutcome.Pulled pulled, long started, boolean last)
            throws CommandException {
        @Nullable Recording recording = verdict.toRecord();
        boolean recorded = recording != null && record(recording);
        if (json) {
            console.out().line(PullJson.succeeded(verdict, pulled, recorded), last);
        } else {
            if (!quiet) {
                tell(pulled, (System.nanoTime() - started) / 1_000_000);
            }
            Qualified reference = pulled.reference().pinned(pulled.root().digest());
            console.out().line(reference.toString());
        }
        console.flush();
        return ExitCode.DONE;
    }

    private void tell(PullOutcome.Pulled pulled, long millis) {
        if (Progress.isErased(console)) {
            pulled.failures().forEach(failure -> console.warn(PullProblems.line(failure)));
        }
        PullOutcome.Transfer transfer = pulled.transfer();
        String reused = transfer.reusedBlobs() == 0 ? "" : ", " + transfer.reusedBlobs() + " were there already";
        console.err()
                .line("pulled " + pulled.reference() + " from "
                        + pulled.source().reference().repository()
                        + (pulled.source().mirror() ? " (a mirror)" : "")
                        + ": " + transfer.fetchedBlobs() + " blobs, " + Sizes.text(transfer.fetchedBytes()) + " in "
                        + millis / 1000 + "." + millis / 100 % 10 + " s" + reused);
    }

    /// What was chosen is pulled already: that it cannot be recorded is no failure.
    private boolean record(Recording recording) throws CommandException {
        AliasFile file =
                new AliasFile(ConfigurationLoading.sources(arguments, context).aliasFile());
        try {
            file.add(recording.key(), recording.target(), configuration);
            console.err().line("recorded " + recording.key() + " = " + recording.target() + " in " + file.path());
            return true;
        } catch (ProtectedNameException | ConfigurationException | IOException e) {
            console.warn("cannot record " + recording.key() + " in " + file.path() + ": " + e.getMessage());
            return false;
        }
    }
}
