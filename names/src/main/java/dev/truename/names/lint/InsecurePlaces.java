package dev.truename.names.lint;

import dev.truename.names.config.Mirror;
import dev.truename.names.config.RegistryEntry;
import java.util.ArrayList;
import java.util.List;

/// The places of a table that are asked without verified TLS.
final class InsecurePlaces {
    private InsecurePlaces() {}

    static List<HostUse> of(RegistryEntry entry, Scene scene) {
        List<HostUse> places = new ArrayList<>();
        if (entry.insecure().value()) {
            String place = entry.location().isEmpty() ? entry.prefix() : entry.location();
            places.add(scene.use(
                    HostUse.Kind.LOCATION,
                    place,
                    entry.prefix(),
                    entry.insecure().origin()));
        }
        for (Mirror mirror : entry.mirrors()) {
            if (mirror.insecure()) {
                places.add(scene.use(HostUse.Kind.MIRROR, mirror.location(), entry.prefix(), mirror.origin()));
            }
        }
        return places;
    }
}
