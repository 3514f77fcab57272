package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.reference.Repository;
import java.util.Set;

/// A company's store or cache of images.
final class RepositoryManager implements Check.OfAlias {
    private static final LintRule RULE = new LintRule(
            "repository-manager",
            Level.NOTE,
            "An alias means a repository manager, a proxy or a cache.",
            "What it has, from where, and for whom, is set in the company that runs it. From outside it can"
                    + " often not be reached at all.",
            "Write the registry that the image is published in.");

    private static final Set<String> WORDS = Set.of("nexus", "proxy", "mirror", "cache");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(AliasDefinition alias, Repository target, Scene scene, Told told) {
        HostName host = scene.host(target.host());
        if (host.name().contains("artifactory") || host.words().stream().anyMatch(WORDS::contains)) {
            told.add(RULE, alias, ", which by its name stores or caches images", "write where it is published");
        }
    }
}
