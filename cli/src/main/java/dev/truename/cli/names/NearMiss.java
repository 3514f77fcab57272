package dev.truename.cli.names;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.reference.ShortName;
import dev.truename.names.spelling.Spelling;
import java.util.Optional;

/// Finds the alias that a name with a typing error was meant to hit. Whoever squats on such names waits for it.
final class NearMiss {
    /// Of shorter names nearly all are near each other.
    private static final int SHORTEST = 4;

    private NearMiss() {}

    /// What to tell about a name that has no alias.
    static Optional<String> warning(ShortName name, RegistriesConfiguration configuration) {
        String path = name.path();
        if (path.length() < SHORTEST) {
            return Optional.empty();
        }
        for (AliasDefinition alias : configuration.aliases().values()) {
            if (alias.target().isPresent() && Spelling.isNear(path, alias.key())) {
                return Optional.of("\"" + path + "\" is no alias, but nearly \"" + alias.key() + "\", which means "
                        + alias.target().get() + " (" + alias.origin() + ")");
            }
        }
        return Optional.empty();
    }
}
