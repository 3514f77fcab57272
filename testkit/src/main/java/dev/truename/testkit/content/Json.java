package dev.truename.testkit.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
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
        void write(JsonGenerator json) throws IOException;
    }

    private Json() {}

    static String object(Writer fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static void descriptors(JsonGenerator json, String name, List<Descriptor> descriptors) throws IOException {
        json.writeArrayFieldStart(name);
        for (Descriptor descriptor : descriptors) {
            json.writeStartObject();
            fields(json, descriptor);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void descriptor(JsonGenerator json, String name, Descriptor descriptor) throws IOException {
        json.writeObjectFieldStart(name);
        fields(json, descriptor);
        json.writeEndObject();
    }

    private static void fields(JsonGenerator json, Descriptor descriptor) throws IOException {
        json.writeStringField("mediaType", descriptor.mediaType());
        json.writeStringField("digest", descriptor.digest());
        json.writeNumberField("size", descriptor.size());
        if (!descriptor.urls().isEmpty()) {
            strings(json, "urls", descriptor.urls());
        }
        annotations(json, "annotations", descriptor.annotations());
        if (descriptor.platform().isPresent()) {
            json.writeObjectFieldStart("platform");
            platform(json, descriptor.platform().get());
            json.writeEndObject();
        }
    }

    static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    /// Nothing where there are none.
    static void annotations(JsonGenerator json, String name, Map<String, String> annotations) throws IOException {
        if (annotations.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> annotation : new TreeMap<>(annotations).entrySet()) {
            json.writeStringField(annotation.getKey(), annotation.getValue());
        }
        json.writeEndObject();
    }

    static void platform(JsonGenerator json, Platform platform) throws IOException {
        json.writeStringField("architecture", platform.architecture());
        json.writeStringField("os", platform.os());
        if (!platform.variant().isEmpty()) {
            json.writeStringField("variant", platform.variant());
        }
    }
}
