package dev.truename.pull.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One JSON value. Objects keep their order, numbers their text.
public sealed interface JsonValue {
    /// Writes it where the writer stands.
    void writeTo(JsonWriter writer) throws IOException;

    /// @param fields in the order of the text
    record JsonObject(Map<String, JsonValue> fields) implements JsonValue {
        public static final JsonObject EMPTY = new JsonObject(Map.of());

        public JsonObject {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        public boolean has(String key) {
            return fields.containsKey(key);
        }

        /// The value of a key; nothing if it is missing or `null`.
        public Optional<JsonValue> get(String key) {
            @Nullable JsonValue value = fields.get(key);
            return value == null || value instanceof JsonNull ? Optional.empty() : Optional.of(value);
        }

        public Optional<String> string(String key) throws JsonException {
            Optional<JsonValue> value = get(key);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (value.get() instanceof JsonString(String text)) {
                return Optional.of(text);
            }
            throw new JsonException("\"" + key + "\" is not a string");
        }

        /// The text of a key; empty if it is missing or no string.
        public String textOf(String key) {
            return fields.get(key) instanceof JsonString(String text) ? text : "";
        }

        public Optional<JsonObject> object(String key) throws JsonException {
            Optional<JsonValue> value = get(key);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (value.get() instanceof JsonObject object) {
                return Optional.of(object);
            }
            throw new JsonException("\"" + key + "\" is not an object");
        }

        public Optional<List<JsonValue>> array(String key) throws JsonException {
            Optional<JsonValue> value = get(key);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (value.get() instanceof JsonArray(List<JsonValue> elements)) {
                return Optional.of(elements);
            }
            throw new JsonException("\"" + key + "\" is not an array");
        }

        /// A whole number that is written as one and fits a `long`.
        public Optional<Long> integer(String key) throws JsonException {
            Optional<JsonValue> value = get(key);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (value.get() instanceof JsonNumber(String text)) {
                try {
                    return Optional.of(Long.parseLong(text));
                } catch (NumberFormatException e) {
                    throw new JsonException("\"" + key + "\" is not a whole number of 64 bits");
                }
            }
            throw new JsonException("\"" + key + "\" is not a number");
        }

        @Override
        public void writeTo(JsonWriter writer) throws IOException {
            writer.beginObject();
            for (Map.Entry<String, JsonValue> field : fields.entrySet()) {
                writer.name(field.getKey());
                field.getValue().writeTo(writer);
            }
            writer.endObject();
        }

        /// The same with one key set, at its place or at the end.
        public JsonObject with(String key, JsonValue value) {
            Map<String, JsonValue> changed = new LinkedHashMap<>(fields);
            changed.put(key, value);
            return new JsonObject(changed);
        }
    }

    record JsonArray(List<JsonValue> elements) implements JsonValue {
        public JsonArray {
            elements = List.copyOf(elements);
        }

        @Override
        public void writeTo(JsonWriter writer) throws IOException {
            writer.beginArray();
            for (JsonValue element : elements) {
                element.writeTo(writer);
            }
            writer.endArray();
        }
    }

    record JsonString(String value) implements JsonValue {
        @Override
        public void writeTo(JsonWriter writer) throws IOException {
            writer.value(value);
        }
    }

    /// @param text as JSON writes it
    record JsonNumber(String text) implements JsonValue {
        @Override
        public void writeTo(JsonWriter writer) throws IOException {
            writer.jsonValue(text);
        }
    }

    record JsonBoolean(boolean value) implements JsonValue {
        @Override
        public void writeTo(JsonWriter writer) throws IOException {
            writer.value(value);
        }
    }

    record JsonNull() implements JsonValue {
        @Override
        public void writeTo(JsonWriter writer) throws IOException {
            writer.nullValue();
        }
    }
}
