package dev.truename.names.catalog;

import dev.truename.names.config.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The catalogue of the official images that comes with Truename: the project's `catalog/official.toml`.
public final class ShippedCatalogue {
    private static final String NAME = "official.toml";

    private ShippedCatalogue() {}

    /// Reads it.
    public static Catalogue read() {
        try (@Nullable InputStream in = ShippedCatalogue.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException(NAME + " is missing from the program");
            }
            return Catalogue.parse(Path.of(NAME), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
