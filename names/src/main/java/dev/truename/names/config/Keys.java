package dev.truename.names.config;

import dev.truename.names.spelling.Spelling;
import dev.truename.names.toml.Toml;
import dev.truename.names.toml.TomlEntry;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The keys of each kind of table (containers-registries.conf(5)), and guesses at what another key was meant to be.
enum Keys {
    TOP(
            "above the first table",
            "unqualified-search-registries",
            "credential-helpers",
            "short-name-mode",
            "additional-layer-store-auth-helper",
            "registry",
            "aliases",
            "registries"),
    REGISTRY(
            "in a [[registry]] table",
            "prefix",
            "location",
            "insecure",
            "blocked",
            "mirror-by-digest-only",
            "mirror",
            "pull-from-mirror"),
    MIRROR("in a [[registry.mirror]] table", "location", "insecure", "pull-from-mirror"),
    V1("in version 1", "search", "insecure", "block"),
    V1_LIST("in version 1", "registries"),
    ALIAS_FILE("in an alias file", "aliases"),
    POLICY("in a policy", "layer"),
    LAYER("in a [[layer]] table", "owner", "files", "protect", "protect-registries");

    private static final int MAX_GUESSED = 48;

    private final String place;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> names;

    Keys(String place, String... names) {
        this.place = place;
        this.names = List.of(names);
    }

    List<String> names() {
        return names;
    }

    boolean contains(String name) {
        return names.contains(name);
    }

    @Nullable
    String inOtherCase(String name) {
        for (String candidate : names) {
            if (candidate.equalsIgnoreCase(name)) {
                return candidate;
            }
        }
        return null;
    }

    void reportUnknown(TomlEntry entry, Report report) {
        String shown = Toml.shown(entry.key());
        @Nullable Keys home = this == TOP ? REGISTRY : this == REGISTRY || this == MIRROR ? TOP : null;
        if (home != null && home.contains(entry.key())) {
            report.add(
                    Rule.MISPLACED_KEY,
                    entry.line(),
                    shown + " has no meaning " + place + ", and is ignored",
                    "move it: it belongs " + home.place);
            return;
        }
        @Nullable String near = nearest(entry.key());
        boolean policy = this == POLICY || this == LAYER;
        report.add(
                policy ? Rule.POLICY_KEY : Rule.UNKNOWN_KEY,
                entry.line(),
                shown + " has no meaning " + place + (policy ? "" : ", and is ignored"),
                near == null ? "remove it" : "did you mean " + near + "?");
    }

    /// The known key that is a few letters away, or that the name is the start of.
    private @Nullable String nearest(String name) {
        if (name.length() < 3 || name.length() > MAX_GUESSED) {
            return null;
        }
        @Nullable String best = null;
        int bestDistance = 3;
        String folded = name.toLowerCase(Locale.ROOT).replace('_', '-');
        for (String candidate : names) {
            int distance = candidate.startsWith(name) ? 0 : Spelling.distance(folded, candidate);
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }
}
