package dev.truename.names.probe;

/// Why something could not be found out. The more telling comes first: what somebody must act on before what may pass.
public enum FailureKind {
    INTERRUPTED("interrupted"),
    /// The configuration, credentials or files on this side cannot be used.
    STORAGE("storage"),
    MISMATCH("mismatch"),
    RATE_LIMITED("rate-limited"),
    /// Credentials are missing or not enough. Some registries, Docker Hub and quay.io among them, say so of what does
    /// not exist too.
    UNAUTHORIZED("unauthorized"),
    BLOCKED("blocked"),
    UNSUPPORTED("unsupported"),
    TOO_LARGE("too-large"),
    MALFORMED("malformed"),
    TLS("tls"),
    UNREACHABLE("unreachable"),
    SERVER_ERROR("server-error"),
    /// The host limits the rate or does not answer, so it was left alone.
    NOT_ASKED("not-asked");

    private final String word;

    FailureKind(String word) {
        this.word = word;
    }

    /// The word for scripts.
    public String word() {
        return word;
    }
}
