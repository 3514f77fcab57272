package dev.truename.names.lint;

import dev.truename.names.config.RegistryEntry;
import dev.truename.names.known.KnownRegistry;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Repository;
import java.util.ArrayList;
import java.util.List;

/// A block that another name of the registry gets around.
final class IncompleteBlock implements Check.OfRegistry {
    private static final LintRule RULE = new LintRule(
            "incomplete-block",
            Level.WARNING,
            "A registry is blocked under one of its names, but not under the others.",
            "A name that is written with the registry's other host, such as `registry-1.docker.io` for"
                    + " `docker.io`, is pulled all the same.",
            "Block the other names, too.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(RegistryEntry entry, Scene scene, Told told) {
        HostName host = scene.hostOf(entry.prefix());
        if (!entry.blocked().value() || !entry.mirrors().isEmpty() || host.hasPort()) {
            return;
        }
        List<String> open = new ArrayList<>();
        for (String name : names(host)) {
            if (!name.equals(host.name())
                    && !isBlocked(name + entry.prefix().substring(host.name().length()), scene)) {
                open.add(name);
            }
        }
        if (!open.isEmpty()) {
            told.add(
                    RULE,
                    entry.origin(),
                    entry.prefix(),
                    entry.prefix() + " is blocked, but not under the registry's other names: "
                            + String.join(", ", open),
                    "block these, too");
        }
    }

    private static List<String> names(HostName host) {
        List<String> names = new ArrayList<>();
        host.known()
                .filter(registry -> registry.host().equals(host.name())
                        || registry.aliases().contains(host.name()))
                .ifPresent(registry -> addNames(registry, names));
        return names;
    }

    private static void addNames(KnownRegistry registry, List<String> names) {
        names.add(registry.host());
        names.addAll(registry.aliases());
        names.remove("index.docker.io"); // a name with it is taken for one with docker.io
    }

    private static boolean isBlocked(String place, Scene scene) {
        try {
            return scene.plan(Repository.parse(place + "/any/image")).blocked();
        } catch (InvalidReferenceException e) {
            return true; // such a name cannot be written
        }
    }
}
