package dev.truename.cli.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import dev.truename.names.reference.Printable;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void membersElementsAndNesting() {
        Json json = new Json().startObject().member("a", "x").startArray("b");
        json.startObject()
                .member("n", -1)
                .endObject()
                .startObject()
                .endObject()
                .element("y")
                .endArray();
        json.startObject("c").nothing("d").endObject().member("e", true).member("f", Optional.empty());
        json.startArray("g").endArray().endObject();
        assertEquals(
                "{\"a\":\"x\",\"b\":[{\"n\":-1},{},\"y\"],\"c\":{\"d\":null},\"e\":true,\"f\":null,\"g\":[]}",
                json.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "\"quoted\" \\ back",
                "\u0000\u001b[31m\n\t\u007f\u009b",
                "zażółć",
                "\u202eevil",
                "😀",
                "\ud800 alone",
                "alone \udc00",
                "\udc00\ud800",
                "\u2028\u2029",
            })
    void everyStringComesBack(String text) throws IOException {
        String json = new Json().startObject().member("name", text).endObject().toString();
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            reader.setStrictness(Strictness.STRICT);
            reader.beginObject();
            assertEquals("name", reader.nextName());
            assertEquals(text, reader.nextString());
            reader.endObject();
        }
        assertEquals(json, Printable.text(json), "harmless to a terminal");
    }
}
