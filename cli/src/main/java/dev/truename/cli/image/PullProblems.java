package dev.truename.cli.image;

import dev.truename.cli.command.CommandException;
import dev.truename.cli.io.Json;
import dev.truename.cli.spec.ExitCode;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.FailureWords;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.pull.PullOutcome;
import dev.truename.pull.pull.SourceFailure;
import java.util.List;

/// Failures of the library in words, exit codes and kinds for scripts.
public final class PullProblems {
    /// What stops a command is its user.
    private static final String INTERRUPTED = "interrupted";

    private PullProblems() {}

    /// One failure that stands for itself.
    public static CommandException of(PullFailure failure) {
        return new CommandException(
                exitCode(failure), kind(failure), failure.source() + ": " + failure.detail(), fix(failure));
    }

    /// A pull that did not get its image. The most telling failure comes first and gives exit code and advice.
    ///
    /// @param candidates what was to be tried, in order
    static CommandException of(String name, List<Qualified> candidates, PullOutcome.Failed failed) {
        return of(name, candidates, failed, CommandException.Details.NONE);
    }

    /// The same for an answer that has no place of its own for failed sources: they are `failures` of the error.
    static CommandException withFailures(String name, List<Qualified> candidates, PullOutcome.Failed failed) {
        return of(name, candidates, failed, json -> add(json, failed.failures()));
    }

    private static CommandException of(
            String name, List<Qualified> candidates, PullOutcome.Failed failed, CommandException.Details details) {
        PullFailure telling = failed.mostTelling().failure();
        StringBuilder message = new StringBuilder("cannot get " + name + ": " + words(telling));
        for (SourceFailure failure : failed.failures()) {
            message.append("\n  ").append(line(failure));
        }
        String fix =
                fix(telling) + (endedEarly(candidates, failed) ? " No other registry was tried in its place." : "");
        return new CommandException(exitCode(telling), kind(telling), message.toString(), fix, details);
    }

    /// Whether a failure ended the search before its last candidate.
    private static boolean endedEarly(List<Qualified> candidates, PullOutcome.Failed failed) {
        return exitCode(failed.mostTelling().failure()) != ExitCode.INTERRUPTED
                && failed.failures().stream()
                        .noneMatch(failure -> failure.candidate().equals(candidates.getLast()));
    }

    /// Every failed source, as a member `failures`.
    static void add(Json json, List<SourceFailure> failures) {
        json.startArray("failures");
        for (SourceFailure failure : failures) {
            json.startObject().member("candidate", failure.candidate().toString());
            json.member(
                    "source", failure.source().map(source -> source.reference().toString()));
            json.member("mirror", failure.source().map(PullSource::mirror).orElse(false));
            json.member("kind", kind(failure.failure()));
            json.member("at", failure.failure().source());
            json.member("message", failure.failure().detail()).endObject();
        }
        json.endArray();
    }

    /// One failed source on one line.
    static String line(SourceFailure failure) {
        String mirror = failure.source().map(PullSource::mirror).orElse(false) ? " (a mirror)" : "";
        String place = failure.source()
                .map(source -> source.reference().toString())
                .orElse(failure.candidate().toString());
        return place + mirror + ": " + words(failure.failure()) + ": "
                + failure.failure().source() + ": " + failure.failure().detail();
    }

    /// The exit code that tells scripts what kind of failure it was.
    static ExitCode exitCode(PullFailure failure) {
        return switch (failure) {
            case PullFailure.NotFound _ -> ExitCode.NOT_FOUND;
            case PullFailure.Unauthorized _ -> ExitCode.CREDENTIALS;
            case PullFailure.RateLimited _, PullFailure.Unreachable _, PullFailure.ServerError _, PullFailure.Tls _ ->
                ExitCode.UNREACHABLE;
            case PullFailure.Blocked _ -> ExitCode.BLOCKED;
            case PullFailure.Mismatch _, PullFailure.Unverified _, PullFailure.TooLarge _, PullFailure.Malformed _ ->
                ExitCode.VERIFICATION;
            case PullFailure.Unsupported _, PullFailure.Storage _ -> ExitCode.FAILURE;
            case PullFailure.Cancelled _ -> ExitCode.INTERRUPTED;
        };
    }

    /// The word for scripts.
    static String kind(PullFailure failure) {
        return failure instanceof PullFailure.Cancelled ? INTERRUPTED : FailureWords.id(failure);
    }

    /// The words for people.
    static String words(PullFailure failure) {
        return failure instanceof PullFailure.Cancelled ? INTERRUPTED : FailureWords.phrase(failure);
    }

    private static String fix(PullFailure failure) {
        return switch (failure) {
            case PullFailure.NotFound _ -> "Check the name and the tag: truename explain tells where it leads.";
            case PullFailure.Unauthorized _ ->
                "Log in to the registry (podman login, skopeo login), or name a file with --authfile; truename"
                        + " explain tells which credentials would be used.";
            case PullFailure.RateLimited limited ->
                limited.retryAfter()
                        .map(wait -> "Try again in " + Math.max(1, wait.toSeconds()) + " s, or log in: limits are"
                                + " usually higher then.")
                        .orElse("Try again later, or log in: limits are usually higher then.");
            case PullFailure.Unreachable _ -> "Check the host's name, the network and the proxies.";
            case PullFailure.ServerError _ -> "Try again later.";
            case PullFailure.Tls _ ->
                "Put the registry's certificate authority into certs.d (see containers-certs.d(5)) or name a folder"
                        + " with --cert-dir.";
            case PullFailure.Blocked _ -> "Take the image from elsewhere, or lift the block where it is set.";
            case PullFailure.Mismatch _, PullFailure.TooLarge _, PullFailure.Malformed _ ->
                "Nothing was stored. Do not trust this source until its operator explains it.";
            case PullFailure.Unverified _ ->
                "Take an image that is signed as the policy wants it, correct the policy or registries.d where they are"
                        + " wrong, or pull without: --ignore-signature-policy.";
            case PullFailure.Unsupported _ -> "See the platforms that there are: truename inspect --remote NAME.";
            case PullFailure.Storage _ -> "Check the folder's permissions and free space; another is named by --root.";
            case PullFailure.Cancelled _ -> "";
        };
    }
}
