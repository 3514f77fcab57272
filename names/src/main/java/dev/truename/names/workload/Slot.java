package dev.truename.names.workload;

import static java.util.Objects.requireNonNull;

/// Where another name would have to be written.
sealed interface Slot {
    /// The text is the name with its tag and digest, and nothing else.
    record Whole(Span text) implements Slot {
        public Whole {
            requireNonNull(text);
        }
    }

    /// The text is the name without tag and digest, which stand elsewhere and stay.
    ///
    /// @param rest what they are, as in `:1.2@sha256:...`; empty if there is neither
    record Name(Span text, String rest) implements Slot {
        public Name {
            requireNonNull(text);
            requireNonNull(rest);
        }
    }

    /// As [Name], with an empty value of its own for the registry.
    record Parts(Span registry, Span path, String rest) implements Slot {
        public Parts {
            requireNonNull(registry);
            requireNonNull(path);
            requireNonNull(rest);
        }
    }

    /// Nowhere.
    ///
    /// @param reason why not, one line that can be shown
    record Fixed(String reason) implements Slot {
        public Fixed {
            requireNonNull(reason);
        }
    }
}
