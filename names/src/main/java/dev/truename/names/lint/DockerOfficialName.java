package dev.truename.names.lint;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.known.DockerOfficialImages;
import dev.truename.names.known.Vendors;
import dev.truename.names.reference.Repository;

/// A Docker Hub official image's name that means something else.
final class DockerOfficialName implements Check.OfAlias {
    private static final LintRule RULE = new LintRule(
            "docker-official-name",
            Level.ERROR,
            "The name of an official image of Docker Hub means something else.",
            "All the world writes `mongo` or `redis` and means Docker Hub's official image: charts,"
                    + " tutorials, base images. Here it runs another one.",
            "Remove the line, or let the name mean `docker.io/library/NAME`.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(AliasDefinition alias, Repository target, Scene scene, Told told) {
        if (DockerOfficialImages.contains(alias.key())
                && !isOfficial(alias.key(), target, scene)
                && Vendors.suggestedBy(alias.key()).isEmpty()) { // a vendor's names are another rule's
            told.add(
                    RULE,
                    alias,
                    ", but is the name of an official image of Docker Hub",
                    "remove it, or write " + official(alias.key()));
        }
    }

    private static boolean isOfficial(String key, Repository target, Scene scene) {
        String host = scene.host(target.host()).canonical();
        return new Repository(host, target.path()).equals(official(key));
    }

    private static Repository official(String key) {
        return new Repository(Repository.DOCKER_HUB, key);
    }
}
