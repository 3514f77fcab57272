package dev.truename.names.workload;

import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.yaml.YamlScalar;
import java.util.List;
import java.util.Locale;

/// Could a value be an image, where nobody says that it is one?
final class Plausible {
    /// Words that YAML, or somebody, takes for something else.
    private static final List<String> WORDS = List.of("true", "false", "null", "yes", "no", "on", "off", "none");

    /// What files and pictures are called.
    private static final List<String> ENDINGS = List.of(
            ".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp", ".ico", ".bmp", ".iso", ".img", ".qcow2", ".raw", ".vmdk",
            ".ova", ".tar", ".tgz", ".gz", ".xz", ".zip");

    private Plausible() {}

    static boolean isImage(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return !WORDS.contains(lower) && ENDINGS.stream().noneMatch(lower::endsWith) && isReference(text);
    }

    /// Whether a value can be an image: not if it is a number.
    static boolean isImage(YamlScalar scalar) {
        boolean number = scalar.style() == YamlScalar.Style.PLAIN
                && scalar.value().chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
        return !number && isImage(scalar.value().strip());
    }

    private static boolean isReference(String text) {
        try {
            ImageReference.parse(text);
            return true;
        } catch (InvalidReferenceException e) {
            return false;
        }
    }
}
