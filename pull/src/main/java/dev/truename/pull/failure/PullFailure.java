package dev.truename.pull.failure;

import java.time.Duration;
import java.util.Optional;

/// Why something could not be had, with the place where it happened. Exit codes, gRPC codes, metrics labels and
/// messages are exhaustive switches over it.
///
/// `source` is a URL without user information and query, or a file. `detail` is one line for people; control
/// characters that came from outside are escaped in it, and it holds no secret.
public sealed interface PullFailure {
    String source();

    String detail();

    /// The registry says that it has no such repository, manifest or blob (404 with NAME_UNKNOWN, MANIFEST_UNKNOWN or
    /// BLOB_UNKNOWN). The only failure after which a search goes on to the next candidate by default.
    record NotFound(String source, String detail) implements PullFailure {}

    /// Credentials are missing, wrong, or not enough (401, 403), or could not be obtained.
    record Unauthorized(String source, String detail) implements PullFailure {}

    /// 429, after all retries.
    ///
    /// @param retryAfter what the registry asked to wait
    record RateLimited(String source, String detail, Optional<Duration> retryAfter) implements PullFailure {}

    /// Name resolution, connection or time-out; or the connection broke and could not be resumed.
    record Unreachable(String source, String detail) implements PullFailure {}

    /// 5xx, after all retries.
    record ServerError(String source, String detail, int status) implements PullFailure {}

    /// The certificate is not trusted, or the handshake failed.
    record Tls(String source, String detail) implements PullFailure {}

    /// The configuration forbids it.
    record Blocked(String source, String detail) implements PullFailure {}

    /// What arrived is not what its digest or size says.
    record Mismatch(String source, String detail) implements PullFailure {}

    /// The signature policy wants what is not there, is wrong or cannot be verified, or cannot be used itself.
    record Unverified(String source, String detail) implements PullFailure {}

    /// More than the bound for its kind.
    record TooLarge(String source, String detail) implements PullFailure {}

    /// An answer that the specification does not allow.
    record Malformed(String source, String detail) implements PullFailure {}

    /// A valid answer that cannot be used: schema 1, no image for the platform, a foreign layer.
    record Unsupported(String source, String detail) implements PullFailure {}

    /// The local store or file system failed.
    record Storage(String source, String detail) implements PullFailure {}

    /// Somebody stopped it.
    record Cancelled(String source, String detail) implements PullFailure {}
}
