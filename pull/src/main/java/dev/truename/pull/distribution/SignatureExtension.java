package dev.truename.pull.distribution;

import dev.truename.names.reference.Digest;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.json.Json;
import dev.truename.pull.json.JsonException;
import dev.truename.pull.json.JsonValue;
import dev.truename.pull.json.JsonValue.JsonObject;
import dev.truename.pull.transport.HttpAnswer;
import dev.truename.pull.transport.HttpCall;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The signatures that a registry keeps itself, as OpenShift's does: it says so in a header field of its API, and
/// lists them in base64.
final class SignatureExtension {
    private static final String FIELD = "X-Registry-Supports-Signatures";
    private static final String YES = "1";
    private static final int MAX_LIST = 4 << 20;
    private static final long VERSION = 2;
    private static final String TYPE = "atomic";

    private final RegistrySession session;

    SignatureExtension(RegistrySession session) {
        this.session = session;
    }

    Optional<List<byte[]>> signatures(Digest manifest) throws PullException {
        return session.announces(FIELD, YES) ? Optional.of(list(manifest)) : Optional.empty();
    }

    private List<byte[]> list(Digest manifest) throws PullException {
        try (HttpAnswer answer = session.send(HttpCall.get(session.extension("signatures", manifest.toString())))) {
            if (answer.status() != 200) {
                throw new PullException(new PullFailure.Malformed(
                        answer.source(),
                        "the registry says that it keeps signatures, and does not tell them (status " + answer.status()
                                + ")"));
            }
            return read(answer);
        }
    }

    private static List<byte[]> read(HttpAnswer answer) throws PullException {
        try {
            List<byte[]> signatures = new ArrayList<>();
            for (JsonValue element :
                    Json.parseObject(answer.bytes(MAX_LIST)).array("signatures").orElse(List.of())) {
                if (element instanceof JsonObject signature
                        && signature.integer("schemaVersion").orElse(0L) == VERSION
                        && signature.textOf("type").equals(TYPE)) {
                    signatures.add(Base64.getDecoder().decode(signature.textOf("content")));
                }
            }
            return signatures;
        } catch (JsonException | IllegalArgumentException e) {
            throw new PullException(
                    new PullFailure.Malformed(answer.source(), "the list of signatures cannot be read"), e);
        }
    }
}
