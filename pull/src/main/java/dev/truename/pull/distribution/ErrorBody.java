package dev.truename.pull.distribution;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
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
        try (JsonParser json = BoundedJson.parser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return NONE;
            }
            ErrorBody errors = NONE;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean named = json.currentName().equals("errors");
                if (json.nextToken() == JsonToken.START_ARRAY && named) {
                    errors = list(json);
                } else {
                    json.skipChildren();
                }
            }
            return errors;
        } catch (IOException e) {
            return NONE;
        }
    }

    private static ErrorBody list(JsonParser json) throws IOException {
        List<String> codes = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                one(json, codes, messages);
            } else {
                json.skipChildren();
            }
        }
        return new ErrorBody(true, codes, messages);
    }

    private static void one(JsonParser json, List<String> codes, List<String> messages) throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_STRING && codes.size() + messages.size() < MAX_ERRORS) {
                if (name.equals("code")) {
                    codes.add(json.getText());
                } else if (name.equals("message")) {
                    messages.add(json.getText());
                }
            } else {
                json.skipChildren();
            }
        }
    }
}
