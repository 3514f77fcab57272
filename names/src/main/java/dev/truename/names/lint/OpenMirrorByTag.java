package dev.truename.names.lint;

import dev.truename.names.config.Mirror;
import dev.truename.names.config.Mirror.PullFrom;
import dev.truename.names.config.RegistryEntry;
import dev.truename.names.known.KnownRegistries;
import dev.truename.names.known.Registration;
import dev.truename.names.toml.Toml;

/// A mirror for tags where anybody pushes.
final class OpenMirrorByTag implements Check.OfRegistry {
    private static final LintRule RULE = new LintRule(
            "open-mirror-by-tag",
            Level.WARNING,
            "A mirror in a registry that is open to anybody is asked what tags mean.",
            "Whoever has the namespace there, or gets it once it is given up, says what a tag of the source"
                    + " means. With a digest it does not matter who serves the bytes.",
            "Write `pull-from-mirror = \"digest-only\"`, or mirror in a registry of your own.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(RegistryEntry entry, Scene scene, Told told) {
        String source = scene.hostOf(entry.prefix()).canonical();
        for (Mirror mirror : entry.mirrors()) {
            String host = scene.hostOf(mirror.location()).canonical();
            if (mirror.pullFrom() != PullFrom.DIGEST_ONLY
                    && !host.equals(source)
                    && KnownRegistries.registration(host) == Registration.OPEN) {
                told.add(
                        RULE,
                        mirror.origin(),
                        entry.prefix() + " " + mirror.location(),
                        "the mirror " + Toml.shown(mirror.location()) + " says what tags of "
                                + Toml.shown(entry.prefix()) + " mean, in a registry that is open to anybody",
                        "write pull-from-mirror = \"digest-only\"");
            }
        }
    }
}
