package dev.truename.pull.signature;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.pull.json.Json;
import dev.truename.pull.json.JsonException;
import dev.truename.pull.json.JsonValue;
import dev.truename.pull.json.JsonValue.JsonNull;
import dev.truename.pull.json.JsonValue.JsonObject;
import dev.truename.pull.json.JsonValue.JsonString;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a signature says of an image: which manifest, and by what name (containers-signature(5), "JSON").
///
/// @param reference as it is written; nothing but compared with it
record SignatureClaim(Digest manifest, String reference) {
    private static final String TYPE = "atomic container signature";
    private static final String CRITICAL = "critical";
    private static final String OPTIONAL = "optional";
    private static final String IMAGE = "image";
    private static final String IDENTITY = "identity";
    private static final String DIGEST = "docker-manifest-digest";
    private static final String REFERENCE = "docker-reference";

    SignatureClaim {
        requireNonNull(manifest);
        requireNonNull(reference);
    }

    /// Reads what was signed. Every member must be known, but for those of `optional`, of which nothing is used.
    static SignatureClaim parse(byte[] bytes) throws RejectedSignatureException {
        try {
            JsonObject top = Json.parseObject(bytes);
            requireExactly(top, Set.of(CRITICAL, OPTIONAL));
            checkOptional(object(top, OPTIONAL));
            JsonObject critical = object(top, CRITICAL);
            requireExactly(critical, Set.of("type", IMAGE, IDENTITY));
            if (!text(critical, "type").equals(TYPE)) {
                throw rejected("it is of another type than \"" + TYPE + "\"");
            }
            JsonObject image = object(critical, IMAGE);
            requireExactly(image, Set.of(DIGEST));
            JsonObject identity = object(critical, IDENTITY);
            requireExactly(identity, Set.of(REFERENCE));
            return new SignatureClaim(Digest.parse(text(image, DIGEST)), text(identity, REFERENCE));
        } catch (JsonException e) {
            throw rejected(e.getMessage());
        } catch (InvalidReferenceException e) {
            throw rejected("\"" + DIGEST + "\" is not a digest that can be trusted");
        }
    }

    private static void requireExactly(JsonObject object, Set<String> keys) throws RejectedSignatureException {
        if (!object.fields().keySet().equals(keys)) {
            throw rejected("an object has other members than "
                    + String.join(", ", keys.stream().sorted().toList()));
        }
    }

    private static void checkOptional(JsonObject optional) throws RejectedSignatureException, JsonException {
        for (Map.Entry<String, JsonValue> field : optional.fields().entrySet()) {
            boolean creator = field.getKey().equals("creator");
            boolean timestamp = field.getKey().equals("timestamp");
            if ((creator || timestamp) && field.getValue() instanceof JsonNull) {
                throw rejected("\"" + field.getKey() + "\" is null");
            }
        }
        optional.string("creator");
        optional.integer("timestamp");
    }

    private static JsonObject object(JsonObject in, String key) throws RejectedSignatureException {
        @Nullable JsonValue value = in.fields().get(key);
        if (value instanceof JsonObject object) {
            return object;
        }
        throw rejected("\"" + key + "\" is not an object");
    }

    private static String text(JsonObject in, String key) throws RejectedSignatureException {
        @Nullable JsonValue value = in.fields().get(key);
        if (value instanceof JsonString string) {
            return string.value();
        }
        throw rejected("\"" + key + "\" is not a string");
    }

    private static RejectedSignatureException rejected(String why) {
        return new RejectedSignatureException("what it signs is not an image as it should be: " + why);
    }
}
