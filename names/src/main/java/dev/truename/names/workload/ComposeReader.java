package dev.truename.names.workload;

import dev.truename.names.yaml.YamlEntry;
import dev.truename.names.yaml.YamlMapping;
import dev.truename.names.yaml.YamlNode;
import dev.truename.names.yaml.YamlScalar;
import dev.truename.names.yaml.YamlSequence;

/// Reads a compose file: the images of its services, and those that are mounted. A service that is built under a name
/// is told too: compose looks for the image before it builds it.
///
/// Source: the Compose specification, "Services", "Interpolation".
final class ComposeReader {
    private final Gathered found;

    ComposeReader(Gathered found) {
        this.found = found;
    }

    /// Whether a document is a compose file: a service has an image, is built, or extends another.
    static boolean isCompose(YamlMapping root) {
        return root.find("services") instanceof YamlMapping services
                && services.entries().stream().anyMatch(entry -> isService(entry.value()));
    }

    private static boolean isService(YamlNode node) {
        return node instanceof YamlMapping service
                && (service.find("image") instanceof YamlScalar
                        || service.find("build") != null
                        || service.find("extends") != null);
    }

    void read(YamlMapping root) {
        if (root.find("services") instanceof YamlMapping services) {
            for (YamlEntry entry : services.entries()) {
                if (entry.value() instanceof YamlMapping service) {
                    service(Gathered.shown(entry.key()), service);
                }
            }
        }
    }

    private void service(String name, YamlMapping service) {
        String built = service.find("build") == null ? "" : ", unless it is built";
        if (service.find("image") instanceof YamlScalar image) {
            add(image, "service " + name + built);
        }
        if (service.find("volumes") instanceof YamlSequence volumes) {
            for (YamlNode volume : volumes.items()) {
                if (volume instanceof YamlMapping mount
                        && "image".equals(mount.text("type"))
                        && mount.find("source") instanceof YamlScalar source) {
                    add(source, "service " + name + ", volume");
                }
            }
        }
    }

    private void add(YamlScalar image, String holder) {
        found.add(ScalarText.read(found.text(), image, Lookup.NOTHING), holder, false);
    }
}
