package dev.truename.pull.policy;

import dev.truename.pull.json.Json;
import dev.truename.pull.json.JsonException;
import dev.truename.pull.json.JsonValue;
import dev.truename.pull.json.JsonValue.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads `policy.json`. As strict as who wrote the format: a key that is not known may be a rule with a slip in it.
final class SignaturePolicyReader {
    /// Images of registries, in the word of the format.
    private static final String REGISTRIES = "docker";

    private static final Set<String> KEYS = Set.of("default", "transports");

    private SignaturePolicyReader() {}

    static SignaturePolicy parse(byte[] bytes) throws JsonException {
        JsonObject top = Json.parseObject(bytes);
        for (String key : top.fields().keySet()) {
            if (!KEYS.contains(key)) {
                throw new JsonException("it has a key beside \"default\" and \"transports\"");
            }
        }
        Optional<JsonValue> byDefault = top.get("default");
        if (byDefault.isEmpty()) {
            throw new JsonException("\"default\" is missing");
        }
        Map<String, Requirement> scopes = new HashMap<>();
        JsonObject transports = top.object("transports").orElse(JsonObject.EMPTY);
        for (Map.Entry<String, JsonValue> scope :
                transports.object(REGISTRIES).orElse(JsonObject.EMPTY).fields().entrySet()) {
            scopes.put(scope.getKey(), strictest(scope.getValue()));
        }
        return new SignaturePolicy(strictest(byDefault.get()), scopes);
    }

    /// All of them must be met.
    private static Requirement strictest(JsonValue requirements) throws JsonException {
        if (!(requirements instanceof JsonValue.JsonArray array)
                || array.elements().isEmpty()) {
            throw new JsonException("requirements are not an array of at least one");
        }
        Requirement strictest = Requirement.ANYTHING;
        for (JsonValue element : array.elements()) {
            Requirement requirement = requirement(element);
            if (requirement == Requirement.REJECT || strictest == Requirement.ANYTHING) {
                strictest = requirement;
            }
        }
        return strictest;
    }

    private static Requirement requirement(JsonValue element) throws JsonException {
        if (element instanceof JsonObject object) {
            return switch (object.textOf("type")) {
                case "insecureAcceptAnything" -> Requirement.ANYTHING;
                case "reject" -> Requirement.REJECT;
                case "signedBy", "signedBaseLayer", "sigstoreSigned" -> Requirement.SIGNATURE;
                default -> throw new JsonException("a requirement has no type that is known");
            };
        }
        throw new JsonException("a requirement is not an object");
    }
}
