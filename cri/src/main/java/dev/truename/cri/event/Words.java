package dev.truename.cri.event;

import dev.truename.names.shortname.Resolution;
import dev.truename.pull.failure.FailureWords;
import dev.truename.pull.failure.PullFailure;
import io.grpc.Status;

/// Stable words for what happened: the values of metrics' labels and of the log's fields. Each is one of a fixed few,
/// whatever comes from outside.
public final class Words {
    private Words() {}

    public static String of(PullFailure failure) {
        return FailureWords.id(failure);
    }

    /// For what a runtime says, of which only the code is known: `runtime` where that tells nothing.
    public static String of(Status status) {
        return switch (status.getCode()) {
            case OK -> "done";
            case CANCELLED -> "cancelled";
            case NOT_FOUND -> "not-found";
            case UNAUTHENTICATED, PERMISSION_DENIED -> "unauthorized";
            case RESOURCE_EXHAUSTED -> "rate-limited";
            case UNAVAILABLE, DEADLINE_EXCEEDED -> "unreachable";
            case DATA_LOSS -> "mismatch";
            case UNIMPLEMENTED -> "unsupported";
            case UNKNOWN, INVALID_ARGUMENT, ALREADY_EXISTS, FAILED_PRECONDITION, ABORTED, OUT_OF_RANGE, INTERNAL ->
                "runtime";
        };
    }

    public static String of(NodeEvent.RuntimePullEnded ended) {
        return switch (ended.outcome()) {
            case RuntimeOutcome.Pulled _ -> "done";
            case RuntimeOutcome.Absent _ -> "not-found";
            case RuntimeOutcome.Blocked _ -> "blocked";
            case RuntimeOutcome.Failed _ -> of(ended.status());
        };
    }

    public static String of(Resolution resolution) {
        return switch (resolution) {
            case Resolution.AlreadyQualified _ -> "qualified";
            case Resolution.Aliased _ -> "aliased";
            case Resolution.Chosen _ -> "chosen";
            case Resolution.Searched _ -> "searched";
            case Resolution.Ambiguous _ -> "ambiguous";
            case Resolution.Unresolved _ -> "unresolved";
            case Resolution.Inexpressible _ -> "inexpressible";
        };
    }

    public static String of(CallPurpose purpose) {
        return switch (purpose) {
            case LIST -> "list";
            case STATUS -> "status";
            case PULL -> "pull";
            case REMOVE -> "remove";
        };
    }
}
