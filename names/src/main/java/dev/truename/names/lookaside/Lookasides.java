package dev.truename.names.lookaside;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.Sourced;
import dev.truename.names.reference.ImageScopes;
import dev.truename.names.reference.Qualified;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the signatures of images lie, as one folder `registries.d` says. The URLs are as they are written there.
///
/// @param byDefault for what no namespace fits
/// @param namespaces by what they are written as, see [ImageScopes]
public record Lookasides(Optional<Sourced<String>> byDefault, Map<String, Sourced<String>> namespaces) {
    /// Says nothing of any image.
    public static final Lookasides NONE = new Lookasides(Optional.empty(), Map.of());

    public Lookasides {
        requireNonNull(byDefault);
        namespaces = Map.copyOf(namespaces);
    }

    /// Reads all `*.yaml` of a folder. One that is not there says nothing.
    ///
    /// @throws ConfigurationException if a file cannot be read or understood, or two say something of one namespace
    public static Lookasides read(Path folder) throws ConfigurationException {
        return new LookasideReader().read(folder);
    }

    /// The most special namespace counts that has a URL.
    ///
    /// @param image as its source has it, which is a mirror's name where a mirror gives it
    public Optional<Sourced<String>> of(Qualified image) {
        for (String scope : ImageScopes.of(image)) {
            @Nullable Sourced<String> url = namespaces.get(scope);
            if (url != null) {
                return Optional.of(url);
            }
        }
        return byDefault;
    }
}
