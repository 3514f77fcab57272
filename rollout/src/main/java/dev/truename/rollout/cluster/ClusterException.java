package dev.truename.rollout.cluster;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// A cluster could not be read at all.
public final class ClusterException extends Exception {
    private static final long serialVersionUID = 1L;

    /// What kept it from being read.
    public enum Kind {
        /// There is no kubeconfig, or it cannot be used.
        CONFIGURATION("configuration"),
        /// The API server cannot be reached, or is not trusted.
        UNREACHABLE("unreachable"),
        /// It does not know who asks.
        UNAUTHORIZED("unauthorized"),
        /// It lets whoever asks read nothing.
        FORBIDDEN("forbidden"),
        /// It answers in a way that is no answer.
        MALFORMED("malformed"),
        /// Somebody stopped it.
        INTERRUPTED("interrupted");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// The word for scripts.
        public String word() {
            return word;
        }
    }

    private final Kind kind;
    private final String message;
    private final String fix;

    /// @param message what is wrong and where, one line that can be shown
    /// @param fix what to do; may be empty
    ClusterException(Kind kind, String message, String fix, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = requireNonNull(kind);
        this.message = message;
        this.fix = requireNonNull(fix);
    }

    ClusterException(Kind kind, String message, String fix) {
        this(kind, message, fix, null);
    }

    public Kind kind() {
        return kind;
    }

    public String message() {
        return message;
    }

    public String fix() {
        return fix;
    }
}
