package dev.truename.rollout.cluster;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.function.Consumer;

/// Reads one page of a list (Kubernetes API concepts, "Retrieving large results sets in chunks") without holding more
/// than one of its objects as a tree.
final class Page {
    private static final JsonFactory JSON = new ObjectMapper().getFactory();

    private Page() {}

    /// @param each gets every object
    /// @return where the list goes on; empty at its end
    /// @throws IOException if it is no list
    static String read(byte[] body, Consumer<JsonNode> each) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("it is no object");
            }
            String next = "";
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("items") && value == JsonToken.START_ARRAY) {
                    items(parser, each);
                } else if (field.equals("metadata") && value == JsonToken.START_OBJECT) {
                    JsonNode metadata = parser.readValueAsTree();
                    next = metadata.path("continue").asText("");
                } else {
                    parser.skipChildren();
                }
            }
            return next;
        }
    }

    private static void items(JsonParser parser, Consumer<JsonNode> each) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            JsonNode item = parser.readValueAsTree();
            each.accept(item);
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw new IOException("an item is no object");
        }
    }
}
