package dev.truename.pull.distribution;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import java.io.IOException;
import java.time.Duration;

/// What a token server hands out.
///
/// @param life at least 60 s, which servers that say nothing or less mean
record TokenResponse(String token, Duration life) {
    private static final long MIN_SECONDS = 60;
    private static final long MAX_SECONDS = 24 * 60 * 60;

    static TokenResponse parse(String source, byte[] body) throws PullException {
        try (JsonParser json = BoundedJson.parser(body)) {
            return parse(source, json);
        } catch (PullException e) {
            throw e;
        } catch (IOException e) {
            throw malformed(source, "the token server does not answer with JSON");
        }
    }

    private static TokenResponse parse(String source, JsonParser json) throws IOException {
        String token = "";
        String access = "";
        long seconds = MIN_SECONDS;
        boolean object = json.nextToken() == JsonToken.START_OBJECT;
        while (object && json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "token" -> token = value == JsonToken.VALUE_STRING ? json.getText() : "";
                case "access_token" -> access = value == JsonToken.VALUE_STRING ? json.getText() : "";
                case "expires_in" -> seconds = value == JsonToken.VALUE_NUMBER_INT ? seconds(json) : MIN_SECONDS;
                default -> json.skipChildren();
            }
            if (value.isStructStart()) {
                json.skipChildren();
            }
        }
        String either = token.isEmpty() ? access : token;
        if (!isToken(either)) {
            throw malformed(source, "the token server's answer has no usable token");
        }
        return new TokenResponse(either, Duration.ofSeconds(Math.clamp(seconds, MIN_SECONDS, MAX_SECONDS)));
    }

    private static long seconds(JsonParser json) throws IOException {
        return json.getNumberType() == JsonParser.NumberType.INT ? json.getIntValue() : MAX_SECONDS;
    }

    /// RFC 6750's b64token, so that it is safe in a header field; a little wider, as some servers are.
    private static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    private static PullException malformed(String source, String detail) {
        return new PullException(new PullFailure.Malformed(source, detail));
    }

    /// Shows no secret.
    @Override
    public String toString() {
        return "TokenResponse[life=" + life + "]";
    }
}
