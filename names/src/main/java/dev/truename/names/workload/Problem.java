package dev.truename.names.workload;

import static java.util.Objects.requireNonNull;

/// Something that could not be read, so that images may be missing from the answer.
///
/// @param message what is wrong, one line that can be shown
/// @param fix what to do, one line
public record Problem(Place place, Kind kind, String message, String fix) {
    /// What kept it from being read.
    public enum Kind {
        /// The file or folder could not be opened or read.
        UNREADABLE("workload-unreadable"),
        /// It is larger, deeper or more than is read.
        LIMIT("workload-limit"),
        /// It is not UTF-8, or no text.
        ENCODING("workload-encoding"),
        /// It breaks the rules of its format.
        SYNTAX("workload-syntax"),
        /// It is a template that has to be rendered first.
        TEMPLATE("workload-template"),
        /// A name depends on a variable that nobody gives a value.
        VARIABLE("workload-variable");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /// A short stable identifier for scripts and documents.
        public String id() {
            return id;
        }
    }

    public Problem {
        requireNonNull(place);
        requireNonNull(kind);
        requireNonNull(message);
        requireNonNull(fix);
    }

    @Override
    public String toString() {
        return place + ": " + message + " (" + fix + ")";
    }
}
