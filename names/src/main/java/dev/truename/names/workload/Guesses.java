package dev.truename.names.workload;

import dev.truename.names.yaml.YamlEntry;
import dev.truename.names.yaml.YamlMapping;
import dev.truename.names.yaml.YamlScalar;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What looks like an image in a mapping that nobody has described: Helm's values, custom resources.
final class Guesses {
    private static final String IMAGE = "image";
    private static final List<String> TAGS = List.of("tag", "imageTag");

    private final Gathered found;

    Guesses(Gathered found) {
        this.found = found;
    }

    /// @param path leads to the mapping
    /// @param title what the mapping is in; empty if that has no name
    void mapping(YamlMapping mapping, KeyPath path, String title) {
        @Nullable ImageParts parts = ImageParts.of(mapping, speaksOfImage(path));
        if (parts != null) {
            parts.addTo(found, holder(title, path));
            return;
        }
        @Nullable YamlScalar tag = tag(mapping);
        for (YamlEntry entry : mapping.entries()) {
            if (entry.value() instanceof YamlScalar scalar && !ImageParts.isNothing(scalar)) {
                scalar(entry.key(), scalar, tag, title, path);
            }
        }
    }

    private static String holder(String title, KeyPath path) {
        return title.isEmpty() ? "value " + path : title + ", " + path;
    }

    /// Whether one of the last keys has the word: `image.longhorn.engine` does.
    private static boolean speaksOfImage(KeyPath path) {
        @Nullable KeyPath at = path;
        for (int i = 0; i < 3 && at != null; i++) {
            if (at.key().toLowerCase(Locale.ROOT).contains(IMAGE)) {
                return true;
            }
            at = at.above();
        }
        return false;
    }

    private void scalar(String key, YamlScalar scalar, @Nullable YamlScalar tag, String title, KeyPath path) {
        if (key.equals(IMAGE)) {
            image(scalar, tag, holder(title, path.at(key)));
        } else if (isImageKey(key) && isTelling(scalar.value())) {
            Written name = ScalarText.read(found.text(), scalar, Lookup.NOTHING);
            if (name.unknown() != null || Plausible.isImage(scalar)) {
                found.add(name, holder(title, path.at(key)), true);
            }
        }
    }

    private static boolean isImageKey(String key) {
        return key.endsWith("Image") || key.endsWith("_image") || key.endsWith("-image") || key.equals("imageName");
    }

    /// Whether a text has a part that few but images have.
    private static boolean isTelling(String value) {
        return value.indexOf('/') >= 0 || value.indexOf(':') >= 0 || value.indexOf('@') >= 0;
    }

    private void image(YamlScalar scalar, @Nullable YamlScalar tag, String holder) {
        Written name = ScalarText.read(found.text(), scalar, Lookup.NOTHING);
        if (name.unknown() != null) {
            found.add(name, holder, true);
        } else if (Plausible.isImage(scalar)) {
            if (tag == null || Written.nameEnd(name.known()) < name.known().length()) {
                found.add(name, holder, true);
            } else {
                new ImageParts(null, scalar, tag, null).addTo(found, holder);
            }
        }
    }

    private static @Nullable YamlScalar tag(YamlMapping mapping) {
        for (String key : TAGS) {
            @Nullable YamlScalar tag = ImageParts.scalar(mapping, key);
            if (tag != null) {
                return tag;
            }
        }
        return null;
    }
}
