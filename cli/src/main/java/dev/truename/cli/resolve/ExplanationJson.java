package dev.truename.cli.resolve;

import dev.truename.cli.io.Json;
import dev.truename.cli.names.ConfigurationJson;
import dev.truename.cli.names.PullTellers;
import dev.truename.cli.names.Verdict;
import dev.truename.cli.names.VerdictJson;
import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.ShortName;
import java.util.Optional;

/// The way of a name for scripts.
final class ExplanationJson {
    private ExplanationJson() {}

    static String of(Verdict verdict, RegistriesConfiguration configuration, PullTellers tellers) {
        Json json = new Json().startObject();
        VerdictJson.addTo(json, verdict, tellers);
        json.startArray("aliases");
        alias(verdict, configuration).ifPresent(alias -> ConfigurationJson.alias(json, alias, configuration));
        json.endArray();
        ConfigurationJson.mode(json, configuration);
        ConfigurationJson.search(json, configuration.searchRegistries());
        ConfigurationJson.files(json, configuration);
        return json.endObject().toString();
    }

    /// The alias, or the erasure, that counts for a name.
    static Optional<AliasDefinition> alias(Verdict verdict, RegistriesConfiguration configuration) {
        return reference(verdict)
                .filter(ShortName.class::isInstance)
                .flatMap(name -> configuration.alias(((ShortName) name).path()));
    }

    static Optional<ImageReference> reference(Verdict verdict) {
        try {
            return Optional.of(ImageReference.parse(verdict.input()));
        } catch (InvalidReferenceException e) {
            return Optional.empty();
        }
    }
}
