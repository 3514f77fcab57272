package dev.truename.pull.manifest;

import dev.truename.pull.json.JsonException;
import dev.truename.pull.json.JsonValue.JsonObject;
import java.util.Set;

/// Keys must be written as the specification writes them. Tools in Go take `Manifests` for `manifests`: a body with
/// such a key would be one thing here and another there.
record ExactKeys(Set<String> known) {
    static final ExactKeys MANIFEST = new ExactKeys(Set.of(
            "schemaVersion",
            "mediaType",
            "artifactType",
            "config",
            "layers",
            "manifests",
            "fsLayers",
            "history",
            "annotations"));
    static final ExactKeys DESCRIPTOR =
            new ExactKeys(Set.of("mediaType", "digest", "size", "urls", "annotations", "platform"));
    static final ExactKeys PLATFORM = new ExactKeys(Set.of("os", "architecture", "variant"));

    void require(JsonObject object) throws JsonException {
        for (String key : object.fields().keySet()) {
            if (!known.contains(key)) {
                requireOtherWord(key);
            }
        }
    }

    private void requireOtherWord(String key) throws JsonException {
        for (String exact : known) {
            if (exact.equalsIgnoreCase(key)) {
                throw new JsonException("a key is \"" + exact + "\" in other letters");
            }
        }
    }
}
