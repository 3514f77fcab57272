package dev.truename.pull.policy;

import dev.truename.pull.json.Json;
import dev.truename.pull.json.JsonException;
import dev.truename.pull.json.JsonPlaces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `policy.json`. As strict as who wrote the format, about all transports: a key that is not known may be a
/// rule with a slip in it.
final class SignaturePolicyReader {
    /// Images of registries, in the word of the format.
    private static final String REGISTRIES = "docker";

    private static final String DEFAULT = "default";
    private static final String TRANSPORTS = "transports";
    static final String REGISTRIES_PATH = "$." + TRANSPORTS + "." + REGISTRIES;

    private SignaturePolicyReader() {}

    static SignaturePolicy parse(byte[] bytes) throws JsonException, PolicyFormatException {
        RequirementReader reader = new RequirementReader(path -> JsonPlaces.line(bytes, path));
        Node top = new Node(Json.parseObject(bytes), "$");
        top.requireOnly(Set.of(DEFAULT, TRANSPORTS));
        List<Requirement> byDefault = reader.read(top.member(DEFAULT));
        Map<String, List<Requirement>> scopes = new HashMap<>();
        @Nullable Node transports = top.find(TRANSPORTS);
        if (transports != null) {
            for (String name : transports.fields().keySet()) {
                Map<String, List<Requirement>> ofTransport = scopes(transports.member(name), reader);
                if (name.equals(REGISTRIES)) {
                    scopes = ofTransport;
                }
            }
        }
        return new SignaturePolicy(byDefault, scopes);
    }

    private static Map<String, List<Requirement>> scopes(Node transport, RequirementReader reader)
            throws PolicyFormatException {
        Map<String, List<Requirement>> scopes = new HashMap<>();
        for (String scope : transport.fields().keySet()) {
            scopes.put(scope, reader.read(transport.member(scope)));
        }
        return scopes;
    }
}
