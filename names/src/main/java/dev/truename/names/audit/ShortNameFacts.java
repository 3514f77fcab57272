package dev.truename.names.audit;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.ShortNameMode;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import java.util.Optional;

/// What is known of a short name beside its targets.
///
/// @param official what the official table says of it; none where the configuration takes its alias away on purpose
/// @param preferred the registry that it is to mean where several come into question
record ShortNameFacts(ShortName name, Optional<Repository> official, Optional<String> preferred, ShortNameMode mode) {
    ShortNameFacts {
        requireNonNull(name);
        requireNonNull(official);
        requireNonNull(preferred);
        requireNonNull(mode);
    }

    /// Whether the name says which image it is, so that no registry can give another one.
    boolean isPinned() {
        return name.digest().isPresent();
    }
}
