package dev.truename.pull.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;

/// Finds where a value of a document stands, once something is wrong with it.
public final class JsonPlaces {
    private static final String LINE = " at line ";

    private JsonPlaces() {}

    /// The line of a value, counted from 1; 0 if there is no such value.
    ///
    /// @param bytes a document that [Json#parse(byte[])] takes
    /// @param path `$` for the whole, then `.KEY` or `[INDEX]` for each step
    public static int line(byte[] bytes, String path) {
        try (JsonReader reader = new JsonReader(new StringReader(new String(bytes, UTF_8)))) {
            reader.setStrictness(Strictness.STRICT);
            for (JsonToken token = reader.peek(); token != JsonToken.END_DOCUMENT; token = reader.peek()) {
                if (token != JsonToken.NAME && reader.getPath().equals(path)) {
                    return line(reader.toString());
                }
                step(reader, token);
            }
            return 0;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    private static void step(JsonReader reader, JsonToken token) throws IOException {
        switch (token) {
            case BEGIN_OBJECT -> reader.beginObject();
            case END_OBJECT -> reader.endObject();
            case BEGIN_ARRAY -> reader.beginArray();
            case END_ARRAY -> reader.endArray();
            case NAME -> {
                String _ = reader.nextName(); // skipping it would leave it out of the path
            }
            case STRING, NUMBER, BOOLEAN, NULL, END_DOCUMENT -> reader.skipValue();
        }
    }

    /// Out of the words in which the reader says where it is.
    private static int line(String place) {
        int start = place.indexOf(LINE) + LINE.length();
        return Integer.parseInt(place.substring(start, place.indexOf(' ', start)));
    }
}
