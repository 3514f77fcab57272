package dev.truename.pull.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.truename.pull.json.JsonValue.JsonArray;
import dev.truename.pull.json.JsonValue.JsonBoolean;
import dev.truename.pull.json.JsonValue.JsonNull;
import dev.truename.pull.json.JsonValue.JsonNumber;
import dev.truename.pull.json.JsonValue.JsonObject;
import dev.truename.pull.json.JsonValue.JsonString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads and writes JSON (RFC 8259), strictly: one value and nothing behind it, no key twice in an object.
public final class Json {
    /// Deeper than any document of a registry; the reader's recursion is bounded by it.
    private static final int MAX_DEPTH = 32;

    private static final int MAX_NUMBER = 64;
    /// In characters; annotations carry whole certificates.
    private static final int MAX_STRING = 4 << 20;

    private static final int MAX_KEY = 4096;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /// Keys are not interned: they are other parties' words, and would fill a table that the process keeps.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER)
                    .maxStringLength(MAX_STRING)
                    .maxNameLength(MAX_KEY)
                    .build())
            .build();

    private Json() {}

    /// Reads one value. The caller bounds the bytes.
    ///
    /// @throws JsonException if it is anything but one value in valid UTF-8
    public static JsonValue parse(byte[] bytes) throws JsonException {
        try (JsonParser parser = FACTORY.createParser(decoded(bytes))) {
            if (parser.nextToken() == null) {
                throw new JsonException("it is empty");
            }
            JsonValue value = value(parser);
            if (parser.nextToken() != null) {
                throw new JsonException("there is something behind its end");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw new JsonException("it is nested too deep, or one of its words is too long" + place(e));
        } catch (JsonProcessingException e) {
            throw new JsonException("it is not valid JSON" + place(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads one object.
    public static JsonObject parseObject(byte[] bytes) throws JsonException {
        if (parse(bytes) instanceof JsonObject object) {
            return object;
        }
        throw new JsonException("it is not an object");
    }

    private static String decoded(byte[] bytes) throws JsonException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
                throw new JsonException("it starts with a byte order mark");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new JsonException("it is not UTF-8");
        }
    }

    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static JsonValue value(JsonParser parser) throws IOException, JsonException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new JsonString(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText());
            case VALUE_TRUE -> new JsonBoolean(true);
            case VALUE_FALSE -> new JsonBoolean(false);
            case VALUE_NULL -> new JsonNull();
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value starts with " + parser.currentToken());
        };
    }

    private static JsonObject object(JsonParser parser) throws IOException, JsonException {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            if (fields.put(key, value(parser)) != null) {
                throw new JsonException("a key stands twice in one object");
            }
        }
        return new JsonObject(fields);
    }

    private static JsonArray array(JsonParser parser) throws IOException, JsonException {
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return new JsonArray(elements);
    }

    /// Writes a value, compactly.
    public static byte[] write(JsonValue value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            write(value, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonValue value, JsonGenerator to) throws IOException {
        switch (value) {
            case JsonObject(Map<String, JsonValue> fields) -> {
                to.writeStartObject();
                for (Map.Entry<String, JsonValue> field : fields.entrySet()) {
                    to.writeFieldName(field.getKey());
                    write(field.getValue(), to);
                }
                to.writeEndObject();
            }
            case JsonArray(List<JsonValue> elements) -> {
                to.writeStartArray();
                for (JsonValue element : elements) {
                    write(element, to);
                }
                to.writeEndArray();
            }
            case JsonString(String text) -> to.writeString(text);
            case JsonNumber(String text) -> to.writeNumber(text);
            case JsonBoolean(boolean flag) -> to.writeBoolean(flag);
            case JsonNull() -> to.writeNull();
        }
    }
}
