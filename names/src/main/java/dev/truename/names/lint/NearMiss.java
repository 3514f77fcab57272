package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.known.KnownRegistries;
import dev.truename.names.known.Registration;
import dev.truename.names.reference.Repository;
import dev.truename.names.spelling.NearWords;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Names that are nearly each other's.
final class NearMiss implements Check.OfAll {
    private static final LintRule RULE = new LintRule(
            "near-miss",
            Level.WARNING,
            "Two names are one letter apart and belong to different parties.",
            "Who mistypes the one gets the other: names like that are made to be mistyped. They can be"
                    + " chance, too.",
            "See that both are meant; accept the line if so.");

    /// Of shorter names nearly all are near each other.
    private static final int SHORTEST = 4;

    private static final int MOST_LETTERS = 4_000_000;

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(Scene scene, Told told) {
        Map<String, AliasDefinition> aliases = new TreeMap<>(scene.merged().aliases());
        aliases.values()
                .removeIf(alias -> alias.target().isEmpty() || alias.key().length() < SHORTEST);
        long letters = aliases.keySet().stream().mapToLong(String::length).sum();
        if (letters > MOST_LETTERS) {
            return; // the index would take too much memory
        }
        NearWords words = new NearWords(aliases.keySet());
        for (AliasDefinition alias : aliases.values()) {
            for (String near : words.near(alias.key())) {
                @Nullable AliasDefinition other = aliases.get(near);
                if (other != null && isWorse(alias, other) && areStrangers(alias, other)) {
                    told.add(
                            RULE,
                            alias,
                            ", and is one letter away from another party's: " + Told.says(other) + " (" + other.origin()
                                    + ")",
                            "see that both are meant");
                }
            }
        }
    }

    /// Of the two, the one whose registry says less about who is there; else the later name.
    private static boolean isWorse(AliasDefinition alias, AliasDefinition other) {
        int trust = Integer.compare(distrust(alias), distrust(other));
        return trust > 0 || (trust == 0 && alias.key().compareTo(other.key()) > 0);
    }

    private static int distrust(AliasDefinition alias) {
        return switch (KnownRegistries.registration(alias.target().orElseThrow().host())) {
            case CLOSED -> 0;
            case ACCOUNT -> 1;
            case OPEN -> 2;
            case UNKNOWN -> 3;
        };
    }

    /// Whether others may stand behind the one name than behind the other, which is no other version either.
    private static boolean areStrangers(AliasDefinition alias, AliasDefinition other) {
        return !owner(alias.target().orElseThrow()).equals(owner(other.target().orElseThrow()))
                && !PathParts.differInDigits(alias.key(), other.key());
    }

    /// The registry; where others are in it, too, with the namespace.
    private static String owner(Repository repository) {
        String host = KnownRegistries.canonical(repository.host());
        Registration registration = KnownRegistries.registration(host);
        boolean shared = registration == Registration.OPEN || registration == Registration.ACCOUNT;
        return shared ? host + "/" + PathParts.first(repository.path()) : host;
    }
}
