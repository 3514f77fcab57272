package dev.truename.pull.distribution;

import dev.truename.names.reference.Repository;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What tokens are asked for: to pull from this repository, and whatever else its registry names.
final class Scopes {
    private static final int MAX = 16;

    private Scopes() {}

    /// @param asked the challenge's `scope`: several are separated by spaces
    static Set<String> of(Optional<String> asked, Repository repository) {
        Set<String> scopes = new TreeSet<>();
        for (String scope : List.of(asked.orElse("").split(" ", MAX))) {
            if (!scope.isBlank()) {
                scopes.add(scope.strip());
            }
        }
        if (scopes.isEmpty()) {
            scopes.add("repository:" + repository.path() + ":pull");
        }
        return scopes;
    }
}
