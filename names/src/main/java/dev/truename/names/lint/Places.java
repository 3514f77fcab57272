package dev.truename.names.lint;

import dev.truename.names.config.RegistryEntry;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Prefixes and locations compared.
final class Places {
    private static final String WILDCARD = "*.";

    private Places() {}

    /// The one spelling of the same place.
    static String canonical(String place, Scene scene) {
        int slash = place.indexOf('/');
        String path = slash < 0 ? "" : place.substring(slash);
        return scene.hostOf(place).canonical() + path;
    }

    /// The tables that would count for what is below a prefix if its own were not there, the longest prefix first.
    static List<RegistryEntry> above(String prefix, Scene scene) {
        List<RegistryEntry> above = new ArrayList<>();
        int end = prefix.lastIndexOf('/');
        while (end > 0) {
            scene.table(prefix.substring(0, end)).ifPresent(above::add);
            end = prefix.lastIndexOf('/', end - 1);
        }
        HostName host = scene.hostOf(prefix);
        if (host.hasPort()) {
            scene.table(host.name()).ifPresent(above::add);
        }
        int from = prefix.startsWith(WILDCARD) ? WILDCARD.length() : 0;
        String name = host.name();
        for (int dot = name.indexOf('.', from); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            scene.table("*" + name.substring(dot)).ifPresent(above::add);
        }
        return above;
    }

    /// A repository below a prefix; none if there can be none.
    static Optional<Repository> anyIn(String prefix) {
        String place = prefix.startsWith(WILDCARD) ? "any" + prefix.substring(1) : prefix;
        try {
            return Optional.of(Repository.parse(place + "/any/image"));
        } catch (InvalidReferenceException e) {
            return Optional.empty();
        }
    }
}
