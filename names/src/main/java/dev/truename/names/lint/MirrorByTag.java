package dev.truename.names.lint;

import dev.truename.names.config.Mirror;
import dev.truename.names.config.Mirror.PullFrom;
import dev.truename.names.config.Origin;
import dev.truename.names.config.RegistryEntry;
import dev.truename.names.toml.Toml;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A mirror that is trusted with tags in one place only.
final class MirrorByTag implements Check.OfAll {
    private static final LintRule RULE = new LintRule(
            "mirror-by-tag",
            Level.WARNING,
            "A mirror is limited to digests in one table, and asked for tags in another.",
            "Somebody decided that this mirror is not to say what a tag means. Where nothing is said, it is"
                    + " asked for everything.",
            "Write `pull-from-mirror = \"digest-only\"` here, too, or `\"tag-only\"` if tags are meant.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(Scene scene, Told told) {
        Map<String, Origin> limited = new HashMap<>();
        for (RegistryEntry entry : scene.merged().registries()) {
            for (Mirror mirror : entry.mirrors()) {
                if (mirror.pullFrom() == PullFrom.DIGEST_ONLY) {
                    limited.putIfAbsent(mirror.location(), mirror.origin());
                }
            }
        }
        for (RegistryEntry entry : scene.merged().registries()) {
            for (Mirror mirror : entry.mirrors()) {
                @Nullable Origin other = limited.get(mirror.location());
                if (other != null && mirror.pullFrom() == PullFrom.ALL) {
                    told.add(
                            RULE,
                            mirror.origin(),
                            entry.prefix() + " " + mirror.location(),
                            "the mirror " + Toml.shown(mirror.location()) + " is asked for tags here, but for digests"
                                    + " only at " + other,
                            "write pull-from-mirror here, too");
                }
            }
        }
    }
}
