package dev.truename.pull.failure;

/// The kinds of [PullFailure] in words that stay the same.
public final class FailureWords {
    private FailureWords() {}

    /// For scripts, logs and the labels of metrics: one of a fixed few.
    public static String id(PullFailure failure) {
        return switch (failure) {
            case PullFailure.NotFound _ -> "not-found";
            case PullFailure.Unauthorized _ -> "unauthorized";
            case PullFailure.RateLimited _ -> "rate-limited";
            case PullFailure.Unreachable _ -> "unreachable";
            case PullFailure.ServerError _ -> "server-error";
            case PullFailure.Tls _ -> "tls";
            case PullFailure.Blocked _ -> "blocked";
            case PullFailure.Mismatch _ -> "mismatch";
            case PullFailure.Unverified _ -> "unverified";
            case PullFailure.TooLarge _ -> "too-large";
            case PullFailure.Malformed _ -> "malformed";
            case PullFailure.Unsupported _ -> "unsupported";
            case PullFailure.Storage _ -> "storage";
            case PullFailure.Cancelled _ -> "cancelled";
        };
    }

    /// For people: a phrase, in front of place and detail.
    public static String phrase(PullFailure failure) {
        return switch (failure) {
            case PullFailure.NotFound _ -> "not found";
            case PullFailure.Unauthorized _ -> "not allowed";
            case PullFailure.RateLimited _ -> "too many requests";
            case PullFailure.Unreachable _ -> "not reachable";
            case PullFailure.ServerError _ -> "the registry fails";
            case PullFailure.Tls _ -> "no trusted connection";
            case PullFailure.Blocked _ -> "blocked";
            case PullFailure.Mismatch _ -> "not what was asked for";
            case PullFailure.Unverified _ -> "not verified";
            case PullFailure.TooLarge _ -> "too large";
            case PullFailure.Malformed _ -> "a malformed answer";
            case PullFailure.Unsupported _ -> "not supported";
            case PullFailure.Storage _ -> "the store fails";
            case PullFailure.Cancelled _ -> "cancelled";
        };
    }
}
