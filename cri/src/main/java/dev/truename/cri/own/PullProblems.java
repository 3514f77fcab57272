package dev.truename.cri.own;

import dev.truename.cri.auth.RequestAuth;
import dev.truename.cri.name.Meaning;
import dev.truename.cri.name.Told;
import dev.truename.names.config.Origin;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.FailureWords;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.pull.PullOutcome;
import dev.truename.pull.pull.SourceFailure;
import io.grpc.Status;
import java.util.List;
import java.util.Optional;

/// Failures of pulls as the kubelet is told them: the most telling one, what to do, and then all others.
final class PullProblems {
    /// What the kubelet looks for at the start of a message of code UNKNOWN: it then says so in the pod's state.
    static final String UNAVAILABLE = "RegistryUnavailable";

    /// Likewise.
    static final String INVALID = "SignatureValidationFailed";

    private static final int MOST_LISTED = 8;

    private PullProblems() {}

    /// @param auth what the request brought
    static Status status(Meaning meaning, Optional<RequestAuth> auth, PullOutcome.Failed failed) {
        List<SourceFailure> failures = failed.failures();
        PullFailure telling = failures.getFirst().failure();
        StringBuilder text = new StringBuilder();
        if (telling instanceof PullFailure.Unverified) {
            text.append(INVALID).append(": ");
        } else if (code(telling) == Status.Code.UNKNOWN) {
            text.append(UNAVAILABLE).append(": ");
        }
        text.append("cannot pull ").append(meaning.asked()).append(": ").append(line(failures.getFirst()));
        String advice = telling instanceof PullFailure.Unauthorized
                ? CredentialAdvice.of(failures.getFirst(), auth)
                : advice(telling);
        text.append(advice.isEmpty() ? "" : "; ").append(advice);
        for (Qualified untried : untried(meaning, failures)) {
            text.append("; ").append(untried).append(" was not tried in its place");
        }
        if (!meaning.because().isEmpty()) {
            text.append("; ").append(meaning.because());
        }
        for (int i = 1; i < failures.size(); i++) {
            text.append(i == 1 ? "; also: " : "; ").append(line(failures.get(i)));
        }
        return Told.status(code(telling), text.toString());
    }

    /// The candidates behind one that ended the search.
    private static List<Qualified> untried(Meaning meaning, List<SourceFailure> failures) {
        List<Qualified> tried = failures.stream().map(SourceFailure::candidate).toList();
        return meaning.candidates().stream()
                .filter(candidate -> !tried.contains(candidate))
                .limit(MOST_LISTED)
                .toList();
    }

    /// A failure of the store, at whatever call.
    static Status status(PullFailure failure) {
        String advice = advice(failure);
        return Told.status(
                code(failure),
                FailureWords.phrase(failure) + ": " + failure.source() + ": " + failure.detail()
                        + (advice.isEmpty() ? "" : "; ") + advice);
    }

    /// For code UNKNOWN, see [#UNAVAILABLE] and [#INVALID].
    static Status.Code code(PullFailure failure) {
        return switch (failure) {
            case PullFailure.Unreachable _, PullFailure.ServerError _, PullFailure.Unverified _ -> Status.Code.UNKNOWN;
            case PullFailure.NotFound _ -> Status.Code.NOT_FOUND;
            case PullFailure.Unauthorized _ -> Status.Code.UNAUTHENTICATED;
            case PullFailure.RateLimited _ -> Status.Code.RESOURCE_EXHAUSTED;
            case PullFailure.Blocked _ -> Status.Code.PERMISSION_DENIED;
            case PullFailure.Tls _, PullFailure.Unsupported _ -> Status.Code.FAILED_PRECONDITION;
            case PullFailure.Mismatch _, PullFailure.Malformed _, PullFailure.TooLarge _ -> Status.Code.DATA_LOSS;
            case PullFailure.Storage _ -> Status.Code.INTERNAL;
            case PullFailure.Cancelled _ -> Status.Code.CANCELLED;
        };
    }

    private static String line(SourceFailure failure) {
        Optional<PullSource> source = failure.source();
        String place =
                source.map(PullSource::reference).orElse(failure.candidate()).toString();
        String mirror = source.map(PullSource::mirror).orElse(false) ? "a mirror, " : "";
        String origin = source.flatMap(PullSource::origin).map(Origin::toString).orElse("");
        String where = mirror + origin;
        return place + (where.isEmpty() ? "" : " (" + where + ")") + ": " + FailureWords.phrase(failure.failure())
                + ": " + failure.failure().source() + ": " + failure.failure().detail();
    }

    private static String advice(PullFailure failure) {
        return switch (failure) {
            case PullFailure.NotFound _ -> "check the name and the tag";
            case PullFailure.Unauthorized _ -> "give the node credentials";
            case PullFailure.RateLimited limited ->
                limited.retryAfter()
                        .map(wait -> "it is worth trying again in " + Math.max(1, wait.toSeconds()) + " s")
                        .orElse("try again later, with credentials or a mirror");
            case PullFailure.Unreachable _ -> "check the host's name, the network and the proxies of this node";
            case PullFailure.ServerError _ -> "try again later";
            case PullFailure.Tls _ ->
                "put the registry's certificate authority into certs.d on this node; if it has no TLS, give it"
                        + " insecure = true in registries.conf";
            case PullFailure.Blocked _ -> "take the image from elsewhere, or lift the block where it is set";
            case PullFailure.Mismatch _, PullFailure.TooLarge _, PullFailure.Malformed _ ->
                "nothing was stored; do not trust this source until its operator explains it";
            case PullFailure.Unverified _ ->
                "correct the policy, or let truename serve pull without looking at it: --ignore-signature-policy";
            case PullFailure.Unsupported _ -> "take an image for this node's platform";
            case PullFailure.Storage _ -> "check the store's permissions and free space on this node";
            case PullFailure.Cancelled _ -> "";
        };
    }
}
