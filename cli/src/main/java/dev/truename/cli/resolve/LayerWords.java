package dev.truename.cli.resolve;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.Owner;
import dev.truename.names.config.ProtectedName;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What each layer says of a short name, which counts, and why.
final class LayerWords {
    private static final String NOTHING = "nothing";

    private final AliasDefinition counting;
    private final RegistriesConfiguration configuration;
    private final Optional<ProtectedName> held;
    private final List<AliasDefinition> shadows;

    private LayerWords(AliasDefinition counting, RegistriesConfiguration configuration) {
        this.counting = counting;
        this.configuration = configuration;
        this.held = configuration.layers().protection(counting.key());
        this.shadows = configuration.shadowedAliases().getOrDefault(counting.key(), List.of());
    }

    /// The lines, the highest layer first; none where no layer says anything.
    static List<String> of(ShortName name, RegistriesConfiguration configuration) {
        return configuration
                .alias(name.path())
                .map(alias -> new LayerWords(alias, configuration).lines())
                .orElse(List.of());
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Owner owner : Owner.values()) {
            String label = owner.word()
                    + " "
                            .repeat(Owner.OFFICIAL.word().length()
                                    + 2
                                    - owner.word().length());
            List<String> words = words(owner);
            (words.isEmpty() ? List.of(NOTHING) : words).forEach(word -> lines.add(label + word));
        }
        return lines;
    }

    private List<String> words(Owner owner) {
        List<String> words = new ArrayList<>();
        for (AliasDefinition shadow : shadows) {
            if (isOf(owner, shadow)) {
                boolean same = shadow.target().equals(counting.target());
                words.add(text(shadow) + (same ? ": says the same" : ": shadowed, for it was read earlier"));
            }
        }
        if (isOf(owner, counting)) {
            words.add(text(counting) + ": counts" + why());
        }
        for (AliasDefinition refused : held.map(ProtectedName::refused).orElse(List.of())) {
            if (isOf(owner, refused)) {
                words.add(text(refused) + ": refused, for the name is protected");
            }
        }
        return words;
    }

    private String why() {
        return held.map(it -> ", protected by " + it.by().word() + " (" + it.policy() + ")")
                .orElse(shadows.isEmpty() ? "" : ", for it was read last");
    }

    private boolean isOf(Owner owner, AliasDefinition definition) {
        return configuration
                .layers()
                .owner(definition.origin())
                .filter(owner::equals)
                .isPresent();
    }

    /// What a definition says, and where.
    static String text(AliasDefinition alias) {
        return alias.target().map(Repository::toString).orElse("erased") + "  (" + alias.origin() + ")";
    }
}
