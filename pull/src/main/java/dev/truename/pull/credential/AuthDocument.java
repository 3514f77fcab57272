package dev.truename.pull.credential;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/// What one file says.
///
/// @param entries by key, in the file's order; only those that hold a credential
/// @param helpers `credHelpers`: a helper's name, by registry
/// @param store `credsStore`: the helper for every other registry
record AuthDocument(Map<String, Credential> entries, Map<String, String> helpers, Optional<String> store) {
    AuthDocument {
        requireNonNull(entries);
        helpers = Map.copyOf(helpers);
        requireNonNull(store);
    }
}
