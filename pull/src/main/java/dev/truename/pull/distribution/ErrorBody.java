package dev.truename.pull.distribution;

import dev.truename.pull.json.Json;
import dev.truename.pull.json.JsonException;
import dev.truename.pull.json.JsonValue;
import dev.truename.pull.json.JsonValue.JsonArray;
import dev.truename.pull.json.JsonValue.JsonNull;
import dev.truename.pull.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;

/// What a registry says of an error (OCI distribution specification, "Error Codes").
///
/// @param shaped whether it has the specification's shape, an object with `errors`
/// @param codes in order, as they are
/// @param messages in order
record ErrorBody(boolean shaped, List<String> codes, List<String> messages) {
    static final ErrorBody NONE = new ErrorBody(false, List.of(), List.of());

    private static final int MAX_ERRORS = 20;

    ErrorBody {
        codes = List.copyOf(codes);
        messages = List.copyOf(messages);
    }

    /// Never fails: what is no error body says nothing.
    static ErrorBody parse(byte[] body) {
        try {
            return Json.parseObject(body).get("errors").orElse(new JsonNull())
                            instanceof JsonArray(List<JsonValue> errors)
                    ? of(errors)
                    : NONE;
        } catch (JsonException e) {
            return NONE;
        }
    }

    private static ErrorBody of(List<JsonValue> errors) {
        List<String> codes = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        for (JsonValue error : errors) {
            if (error instanceof JsonObject object && codes.size() + messages.size() < MAX_ERRORS) {
                add(object.textOf("code"), codes);
                add(object.textOf("message"), messages);
            }
        }
        return new ErrorBody(true, codes, messages);
    }

    private static void add(String text, List<String> to) {
        if (!text.isEmpty()) {
            to.add(text);
        }
    }
}
