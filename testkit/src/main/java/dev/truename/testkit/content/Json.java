package dev.truename.testkit.content;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes the JSON of image manifests.
final class Json {
    /// Writes into an open object.
    @FunctionalInterface
    interface Writer {
        void write(JsonWriter json) throws IOException;
    }

    private Json() {}

    static String object(Writer fields) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            fields.write(json);
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static void descriptors(JsonWriter json, String name, List<Descriptor> descriptors) throws IOException {
        json.name(name).beginArray();
        for (Descriptor descriptor : descriptors) {
            json.beginObject();
            fields(json, descriptor);
            json.endObject();
        }
        json.endArray();
    }

    static void descriptor(JsonWriter json, String name, Descriptor descriptor) throws IOException {
        json.name(name).beginObject();
        fields(json, descriptor);
        json.endObject();
    }

    private static void fields(JsonWriter json, Descriptor descriptor) throws IOException {
        json.name("mediaType").value(descriptor.mediaType());
        json.name("digest").value(descriptor.digest());
        json.name("size").value(descriptor.size());
        if (!descriptor.urls().isEmpty()) {
            strings(json, "urls", descriptor.urls());
        }
        annotations(json, "annotations", descriptor.annotations());
        if (descriptor.platform().isPresent()) {
            json.name("platform").beginObject();
            platform(json, descriptor.platform().get());
            json.endObject();
        }
    }

    static void strings(JsonWriter json, String name, List<String> values) throws IOException {
        json.name(name).beginArray();
        for (String value : values) {
            json.value(value);
        }
        json.endArray();
    }

    /// Nothing where there are none.
    static void annotations(JsonWriter json, String name, Map<String, String> annotations) throws IOException {
        if (annotations.isEmpty()) {
            return;
        }
        json.name(name).beginObject();
        for (Map.Entry<String, String> annotation : new TreeMap<>(annotations).entrySet()) {
            json.name(annotation.getKey()).value(annotation.getValue());
        }
        json.endObject();
    }

    static void platform(JsonWriter json, Platform platform) throws IOException {
        json.name("architecture").value(platform.architecture());
        json.name("os").value(platform.os());
        if (!platform.variant().isEmpty()) {
            json.name("variant").value(platform.variant());
        }
    }
}
