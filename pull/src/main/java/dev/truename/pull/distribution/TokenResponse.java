package dev.truename.pull.distribution;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.json.Json;
import dev.truename.pull.json.JsonException;
import dev.truename.pull.json.JsonValue.JsonNull;
import dev.truename.pull.json.JsonValue.JsonNumber;
import dev.truename.pull.json.JsonValue.JsonObject;
import java.time.Duration;

/// What a token server hands out.
///
/// @param life at least 60 s, which servers that say nothing or less mean
record TokenResponse(String token, Duration life) {
    private static final long MIN_SECONDS = 60;
    private static final int MAX_DIGITS = 9;
    private static final long MAX_SECONDS = 24 * 60 * 60;

    static TokenResponse parse(String source, byte[] body) throws PullException {
        try {
            return of(source, Json.parseObject(body));
        } catch (JsonException e) {
            throw malformed(source, "the token server does not answer with JSON");
        }
    }

    private static TokenResponse of(String source, JsonObject answer) throws PullException {
        String token = answer.textOf("token");
        String either = token.isEmpty() ? answer.textOf("access_token") : token;
        if (!isToken(either)) {
            throw malformed(source, "the token server's answer has no usable token");
        }
        return new TokenResponse(either, Duration.ofSeconds(Math.clamp(seconds(answer), MIN_SECONDS, MAX_SECONDS)));
    }

    /// Of a number that is too large the most; of what is no whole number, the least.
    private static long seconds(JsonObject answer) {
        String number = answer.get("expires_in").orElse(new JsonNull()) instanceof JsonNumber(String text) ? text : "";
        int digits = number.startsWith("-") ? 1 : 0;
        if (number.length() == digits || !number.chars().skip(digits).allMatch(c -> c >= '0' && c <= '9')) {
            return MIN_SECONDS;
        }
        return number.length() - digits > MAX_DIGITS ? MAX_SECONDS : Long.parseLong(number);
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
