package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.known.DockerOfficialImages;
import dev.truename.names.reference.Repository;

/// An official image of Docker Hub that there is not.
final class NoOfficialImage implements Check.OfAlias {
    private static final LintRule RULE = new LintRule(
            "no-official-image",
            Level.WARNING,
            "An alias means an official image of Docker Hub that there is not.",
            "A path with one part is an official image there. Often it is a namespace without the repository"
                    + " in it, and the name cannot be pulled.",
            "Write `docker.io/NAMESPACE/REPOSITORY`, or remove the line.");

    private static final String LIBRARY = "library/";

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(AliasDefinition alias, Repository target, Scene scene, Told told) {
        if (scene.host(target.host()).canonical().equals(Repository.DOCKER_HUB)
                && target.path().startsWith(LIBRARY)
                && !DockerOfficialImages.contains(target.path())) {
            String name = target.path().substring(LIBRARY.length());
            told.add(
                    RULE,
                    alias,
                    ", but Docker Hub had no official image " + name + " on " + DockerOfficialImages.asOf(),
                    "write docker.io/" + name + "/REPOSITORY if " + name + " is a namespace, or remove it");
        }
    }
}
