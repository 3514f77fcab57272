package dev.truename.pull.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.truename.pull.json.JsonValue.JsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Values as text and back.
class JsonTest {
    private static String written(JsonValue value) {
        return new String(Json.write(value), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "[[],{},\"\",-0.50e+3,true,false,null]",
                "{\"b\":1,\"a\":{\"c\":[1,2]}}",
                "\"\u00e4\u20ac\ud83d\ude00\ufffd/\"",
                "\"\\\"\\\\\\u0000\\t\\n\\u001f\"",
            })
    void whatIsReadIsWrittenAsItWas(String text) throws JsonException {
        assertEquals(text, written(Json.parse(text.getBytes(UTF_8))));
    }

    @Test
    void everySignOfAStringComesBack() throws JsonException {
        StringBuilder signs = new StringBuilder();
        for (char c = 0; c < Character.MIN_SURROGATE; c++) {
            signs.append(c);
        }
        JsonString string = new JsonString(signs.toString());
        assertEquals(string, Json.parse(Json.write(string)));
    }

    /// Bytes, each as the letter of its number.
    @ParameterizedTest
    @ValueSource(strings = {"\"\u00e4\"", "\"\u00c3\"", "\"\u00ed\u00a0\u0080\"", "\"\u00ef\u00bf\u00bd\u00ff\""})
    void whatIsNotUtf8IsRefused(String text) {
        JsonException refused = assertThrows(JsonException.class, () -> Json.parse(text.getBytes(ISO_8859_1)));
        assertEquals("it is not UTF-8", refused.getMessage());
    }
}
