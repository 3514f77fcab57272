package dev.truename.pull.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.json.Json;
import dev.truename.pull.json.JsonException;
import dev.truename.pull.json.JsonValue;
import dev.truename.pull.json.JsonValue.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads `auth.json`, `config.json` and `.dockercfg`. Strict about what it uses, blind to the rest. No error quotes the
/// file's content.
final class AuthFileReader {
    private static final int MAX = 4 << 20;

    private final Path file;

    private AuthFileReader(Path file) {
        this.file = file;
    }

    /// @param old whether the entries stand at the top
    /// @throws PullException as `Unauthorized` if it cannot be read or has not the right shape
    static AuthDocument read(Path file, boolean old) throws PullException {
        AuthFileReader reader = new AuthFileReader(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX + 1);
            if (bytes.length > MAX) {
                throw reader.failed("is larger than 4 MiB", null);
            }
            return reader.parse(bytes, old);
        } catch (PullException e) {
            throw e;
        } catch (JsonException e) {
            throw reader.failed("cannot be used: " + e.getMessage(), null);
        } catch (IOException e) {
            throw reader.failed("cannot be read", e);
        }
    }

    private PullException failed(String what, @Nullable Exception cause) {
        return new PullException(
                new PullFailure.Unauthorized(file.toString(), "the file with credentials " + what), cause);
    }

    private AuthDocument parse(byte[] bytes, boolean old) throws JsonException, PullException {
        JsonObject top = Json.parseObject(bytes);
        if (old) {
            return new AuthDocument(entries(top), Map.of(), Optional.empty());
        }
        return new AuthDocument(
                entries(top.object("auths").orElse(JsonObject.EMPTY)),
                helpers(top.object("credHelpers").orElse(JsonObject.EMPTY)),
                top.string("credsStore").filter(helper -> !helper.isEmpty()));
    }

    private static Map<String, String> helpers(JsonObject helpers) throws JsonException {
        Map<String, String> all = new HashMap<>();
        for (String registry : helpers.fields().keySet()) {
            all.put(registry, helpers.string(registry).orElse(""));
        }
        return all;
    }

    private Map<String, Credential> entries(JsonObject auths) throws JsonException, PullException {
        Map<String, Credential> entries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> field : auths.fields().entrySet()) {
            if (!(field.getValue() instanceof JsonObject entry)) {
                throw failed("has an entry that is no object", null);
            }
            credential(entry).ifPresent(credential -> entries.put(field.getKey(), credential));
        }
        return entries;
    }

    private Optional<Credential> credential(JsonObject entry) throws JsonException, PullException {
        String token = entry.string("identitytoken").orElse("");
        String auth = entry.string("auth").orElse("");
        String user = entry.string("username").orElse("");
        String password = entry.string("password").orElse("");
        if (!token.isEmpty()) {
            return Optional.of(new Credential.IdentityToken(token));
        }
        if (!auth.isEmpty()) {
            return Optional.of(basic(auth));
        }
        return user.isEmpty() ? Optional.empty() : Optional.of(new Credential.Basic(user, password));
    }

    private Credential basic(String auth) throws PullException {
        try {
            String pair = new String(Base64.getDecoder().decode(auth), UTF_8);
            int colon = pair.indexOf(':');
            require(colon > 0, "has an auth that is not the base64 of USER:PASSWORD");
            // some versions of docker login ended it with zero bytes
            int end = pair.length();
            while (end > colon && pair.charAt(end - 1) == 0) {
                end--;
            }
            return new Credential.Basic(pair.substring(0, colon), pair.substring(colon + 1, end));
        } catch (IllegalArgumentException e) {
            throw failed("has an auth that is not base64", null);
        }
    }

    private void require(boolean condition, String otherwise) throws PullException {
        if (!condition) {
            throw failed(otherwise, null);
        }
    }
}
