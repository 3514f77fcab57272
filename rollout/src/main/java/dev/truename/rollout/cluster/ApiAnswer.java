package dev.truename.rollout.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/// What the API server said to one request.
final class ApiAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final byte[] body;

    /// @param body whole; handed over
    ApiAnswer(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    int status() {
        return status;
    }

    /// Not to be changed.
    byte[] body() {
        return body;
    }

    /// The object of kind `Status` that an error comes with; an empty one if it comes with another.
    JsonNode error() {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? JSON.createObjectNode() : read;
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }
}
