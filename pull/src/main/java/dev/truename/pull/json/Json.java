package dev.truename.pull.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import dev.truename.pull.json.JsonValue.JsonArray;
import dev.truename.pull.json.JsonValue.JsonBoolean;
import dev.truename.pull.json.JsonValue.JsonNull;
import dev.truename.pull.json.JsonValue.JsonNumber;
import dev.truename.pull.json.JsonValue.JsonObject;
import dev.truename.pull.json.JsonValue.JsonString;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
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

    /// In characters.
    private static final int MAX_NUMBER = 64;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /// What Java puts in the place of what is not UTF-8; a text may have it of its own.
    private static final char REPLACEMENT = '\uFFFD';

    private Json() {}

    /// Reads one value. The caller bounds the bytes.
    ///
    /// @throws JsonException if it is anything but one value in valid UTF-8
    public static JsonValue parse(byte[] bytes) throws JsonException {
        try (JsonReader reader = new JsonReader(new StringReader(decoded(bytes)))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(MAX_DEPTH);
            JsonValue value = value(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonException("there is something behind its end");
            }
            return value;
        } catch (MalformedJsonException | EOFException e) {
            throw new JsonException("it is not valid JSON, or nested too deep" + place(e));
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
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireUtf8(bytes);
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            throw new JsonException("it starts with a byte order mark");
        }
        return text;
    }

    private static void requireUtf8(byte[] bytes) throws JsonException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new JsonException("it is not UTF-8");
        }
    }

    private static JsonValue value(JsonReader reader) throws IOException, JsonException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(reader);
            case BEGIN_ARRAY -> array(reader);
            case STRING -> new JsonString(reader.nextString());
            case NUMBER -> number(reader.nextString());
            case BOOLEAN -> new JsonBoolean(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield new JsonNull();
            }
            case END_DOCUMENT -> throw new JsonException("it is empty");
            case END_OBJECT, END_ARRAY, NAME -> throw new IllegalStateException("no value starts so");
        };
    }

    private static JsonNumber number(String text) throws JsonException {
        if (text.length() > MAX_NUMBER) {
            throw new JsonException("a number has more than " + MAX_NUMBER + " digits");
        }
        return new JsonNumber(text);
    }

    /// ` (line 1 column 5)`, out of the reader's message, which goes on with other people's keys.
    private static String place(IOException e) {
        String message = String.valueOf(e.getMessage());
        int start = message.indexOf("line ");
        int end = message.indexOf(" path ", start);
        return start < 0 || end < 0 ? "" : " (" + message.substring(start, end) + ")";
    }

    private static JsonObject object(JsonReader reader) throws IOException, JsonException {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            if (fields.put(reader.nextName(), value(reader)) != null) {
                throw new JsonException("a key stands twice in one object");
            }
        }
        reader.endObject();
        return new JsonObject(fields);
    }

    private static JsonArray array(JsonReader reader) throws IOException, JsonException {
        List<JsonValue> elements = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            elements.add(value(reader));
        }
        reader.endArray();
        return new JsonArray(elements);
    }

    /// Writes a value, compactly.
    public static byte[] write(JsonValue value) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = new JsonWriter(text)) {
            value.writeTo(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
