package dev.truename.pull.manifest;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.pull.json.JsonException;
import dev.truename.pull.json.JsonValue;
import dev.truename.pull.json.JsonValue.JsonObject;
import dev.truename.pull.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads descriptors (descriptor.md). A digest that is none is refused before any path or URL is made of it.
public final class DescriptorReader {
    /// More layers, or images of an index, than anybody has.
    private static final int MAX_DESCRIPTORS = 10_000;

    /// 16 TiB: so that no sum of sizes overflows.
    private static final long MAX_SIZE = 1L << 44;

    /// Two names of 127 characters and what joins them (RFC 6838, section 4.2).
    private static final int MAX_MEDIA_TYPE = 255;

    private DescriptorReader() {}

    static List<Descriptor> readAll(List<JsonValue> values) throws JsonException {
        if (values.size() > MAX_DESCRIPTORS) {
            throw new JsonException("it lists more than " + MAX_DESCRIPTORS + " descriptors");
        }
        List<Descriptor> descriptors = new ArrayList<>(values.size());
        for (JsonValue value : values) {
            if (!(value instanceof JsonObject object)) {
                throw new JsonException("one of its descriptors is not an object");
            }
            descriptors.add(read(object));
        }
        return descriptors;
    }

    public static Descriptor read(JsonObject object) throws JsonException {
        ExactKeys.DESCRIPTOR.require(object);
        return new Descriptor(
                mediaType(object), digest(object), size(object), platform(object), annotations(object), urls(object));
    }

    private static String mediaType(JsonObject object) throws JsonException {
        String text = object.string("mediaType").orElse("");
        if (text.isEmpty()) {
            throw new JsonException("a descriptor has no \"mediaType\"");
        }
        if (text.length() > MAX_MEDIA_TYPE) {
            throw new JsonException("a descriptor's \"mediaType\" is longer than " + MAX_MEDIA_TYPE + " characters");
        }
        return text;
    }

    private static Digest digest(JsonObject object) throws JsonException {
        String text = object.string("digest").orElseThrow(() -> new JsonException("a descriptor has no \"digest\""));
        try {
            return Digest.parse(text);
        } catch (InvalidReferenceException e) {
            throw new JsonException("a descriptor's \"digest\" is none: " + e.reason());
        }
    }

    private static long size(JsonObject object) throws JsonException {
        long size = object.integer("size").orElseThrow(() -> new JsonException("a descriptor has no \"size\""));
        if (size < 0 || size > MAX_SIZE) {
            throw new JsonException("a descriptor's \"size\" is out of bounds");
        }
        return size;
    }

    private static Optional<Platform> platform(JsonObject object) throws JsonException {
        Optional<JsonObject> platform = object.object("platform");
        return platform.isEmpty()
                ? Optional.empty()
                : Optional.of(platformOf(platform.get())).filter(Platform::isTold);
    }

    static Platform platformOf(JsonObject object) throws JsonException {
        ExactKeys.PLATFORM.require(object);
        Optional<String> variant = object.string("variant");
        return new Platform(
                object.string("os").orElse(""),
                object.string("architecture").orElse(""),
                variant.filter(text -> !text.isEmpty()));
    }

    static Map<String, String> annotations(JsonObject object) throws JsonException {
        Optional<JsonObject> annotations = object.object("annotations");
        if (annotations.isEmpty()) {
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : annotations.get().fields().keySet()) {
            texts.put(key, annotations.get().string(key).orElse(""));
        }
        return texts;
    }

    private static List<String> urls(JsonObject object) throws JsonException {
        List<String> urls = new ArrayList<>();
        for (JsonValue value : object.array("urls").orElse(List.of())) {
            if (!(value instanceof JsonString(String url))) {
                throw new JsonException("one of a descriptor's \"urls\" is not a string");
            }
            urls.add(url);
        }
        return urls;
    }
}
