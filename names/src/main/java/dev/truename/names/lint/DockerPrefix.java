package dev.truename.names.lint;

import dev.truename.names.config.RegistryEntry;
import dev.truename.names.known.DockerOfficialImages;
import dev.truename.names.toml.Toml;

/// A table for an official image that does not count for it.
final class DockerPrefix implements Check.OfRegistry {
    private static final LintRule RULE = new LintRule(
            "prefix-without-library",
            Level.WARNING,
            "A prefix `docker.io/NAME` does not match the official image of that name.",
            "Its full name is `docker.io/library/NAME`, whatever people write. The table, and its block,"
                    + " count for a namespace that happens to have the same name.",
            "Write `docker.io/library/NAME` as the prefix.");

    private static final String DOCKER = "docker.io/";

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(RegistryEntry entry, Scene scene, Told told) {
        String name = entry.prefix().startsWith(DOCKER) ? entry.prefix().substring(DOCKER.length()) : "/";
        if (name.indexOf('/') < 0 && DockerOfficialImages.contains(name)) {
            told.add(
                    RULE,
                    entry.origin(),
                    entry.prefix(),
                    Toml.shown(entry.prefix())
                            + " does not match the official image, whose full name is docker.io/library/" + name,
                    "write docker.io/library/" + name);
        }
    }
}
