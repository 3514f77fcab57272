package dev.truename.cli.image;

import dev.truename.cli.io.Json;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.Manifest;
import dev.truename.pull.manifest.Platform;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an image is made of, for scripts.
final class InspectionJson {
    private InspectionJson() {}

    static String of(InspectedImage inspected) {
        Manifest manifest = inspected.manifest();
        Json json = new Json().startObject().member("name", inspected.name()).member("where", inspected.where());
        json.member("digest", manifest.digest().toString());
        json.member("mediaType", manifest.raw().mediaType());
        json.member("size", manifest.raw().size());
        switch (manifest) {
            case Manifest.Index index -> {
                descriptors(json, "manifests", index.manifests());
                annotations(json, index.annotations());
            }
            case Manifest.Image image -> {
                members(json.startObject("config"), image.config());
                descriptors(json, "layers", image.layers());
                annotations(json, image.annotations());
            }
        }
        return json.endObject().toString();
    }

    private static void descriptors(Json json, String name, List<Descriptor> descriptors) {
        json.startArray(name);
        descriptors.forEach(descriptor -> members(json.startObject(), descriptor));
        json.endArray();
    }

    private static void members(Json json, Descriptor descriptor) {
        json.member("digest", descriptor.digest().toString());
        json.member("mediaType", descriptor.mediaType()).member("size", descriptor.size());
        descriptor.platform().map(Platform::toString).ifPresent(platform -> json.member("platform", platform));
        json.endObject();
    }

    private static void annotations(Json json, Map<String, String> annotations) {
        json.startObject("annotations");
        new TreeMap<>(annotations).forEach(json::member);
        json.endObject();
    }
}
