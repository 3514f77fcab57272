package dev.truename.names.lint;

import dev.truename.names.known.KnownRegistries;
import java.util.List;
import java.util.Optional;

/// The address of a page in the place of a registry.
final class WebAddress implements Check.OfHost {
    private static final LintRule RULE = new LintRule(
            "web-address",
            Level.ERROR,
            "The address of web pages stands in the place of a registry.",
            "Somebody copied it from a browser. Nothing can be pulled from there, and what is asked of it"
                    + " goes to a server that is no registry.",
            "Write the registry: `docker.io` for `hub.docker.com`, and the path as `docker pull` has it.");

    private static final List<String> PAGES = List.of("r/", "u/", "layers/");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(HostUse use, Told told) {
        Optional<String> registry = KnownRegistries.ofWebSite(use.host().name());
        if (registry.isPresent()) {
            told.add(
                    RULE,
                    use.origin(),
                    use.subject(),
                    use.words() + ", but " + use.host() + " has web pages, and no images",
                    "write " + registry.get() + " and the image's path there");
        } else if (isPage(use)) {
            told.add(
                    RULE,
                    use.origin(),
                    use.subject(),
                    use.words() + ", but that is the path of a web page of Docker Hub",
                    "write docker.io and what stands behind the page's first part");
        }
    }

    /// Pages of Docker Hub start so; the names of its users have four letters at least.
    private static boolean isPage(HostUse use) {
        return use.host().canonical().equals("docker.io")
                && PAGES.stream().anyMatch(page -> use.path().startsWith(page));
    }
}
