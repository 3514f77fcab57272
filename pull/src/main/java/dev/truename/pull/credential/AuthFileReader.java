package dev.truename.pull.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
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

/// Reads `auth.json`, `config.json` and `.dockercfg`. Strict about what it uses, blind to the rest. No error
/// quotes the
/// file's content.
final class AuthFileReader {
    private static final int MAX = 4 << 20;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(32).build())
            .build();

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
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            var at = e.getLocation();
            throw reader.failed("is no valid JSON" + (at == null ? "" : ", line " + at.getLineNr()), null);
        } catch (IOException e) {
            throw reader.failed("cannot be read", e);
        }
    }

    private PullException failed(String what, @Nullable Exception cause) {
        return new PullException(
                new PullFailure.Unauthorized(file.toString(), "the file with credentials " + what), cause);
    }

    private AuthDocument parse(byte[] bytes, boolean old) throws IOException {
        try (JsonParser json = JSON.createParser(bytes)) {
            require(json.nextToken() == JsonToken.START_OBJECT, "has no object at its top");
            AuthDocument document = old ? new AuthDocument(entries(json), Map.of(), Optional.empty()) : document(json);
            require(json.nextToken() == null, "goes on behind its end");
            return document;
        }
    }

    private AuthDocument document(JsonParser json) throws IOException {
        Map<String, Credential> entries = Map.of();
        Map<String, String> helpers = new HashMap<>();
        @Nullable String store = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "auths" -> {
                    require(value == JsonToken.START_OBJECT, "has an auths that is no object");
                    entries = entries(json);
                }
                case "credHelpers" -> {
                    require(value == JsonToken.START_OBJECT, "has a credHelpers that is no object");
                    helpers(json, helpers);
                }
                case "credsStore" -> store = text(json, "credsStore");
                default -> json.skipChildren();
            }
        }
        return new AuthDocument(entries, helpers, Optional.ofNullable(store).filter(helper -> !helper.isEmpty()));
    }

    private void helpers(JsonParser json, Map<String, String> helpers) throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String registry = json.currentName();
            json.nextToken();
            helpers.put(registry, text(json, "credHelpers"));
        }
    }

    private Map<String, Credential> entries(JsonParser json) throws IOException {
        Map<String, Credential> entries = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            require(json.nextToken() == JsonToken.START_OBJECT, "has an entry that is no object");
            entry(json).ifPresent(credential -> entries.put(key, credential));
        }
        return entries;
    }

    private Optional<Credential> entry(JsonParser json) throws IOException {
        String auth = "";
        String user = "";
        String password = "";
        String token = "";
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "auth" -> auth = text(json, name);
                case "username" -> user = text(json, name);
                case "password" -> password = text(json, name);
                case "identitytoken" -> token = text(json, name);
                default -> json.skipChildren();
            }
        }
        if (!token.isEmpty()) {
            return Optional.of(new Credential.IdentityToken(token));
        }
        return auth.isEmpty()
                ? Optional.of(new Credential.Basic(user, password))
                        .filter(basic -> !basic.user().isEmpty())
                        .map(c -> c)
                : Optional.of(basic(auth));
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

    private String text(JsonParser json, String name) throws IOException {
        require(json.currentToken() == JsonToken.VALUE_STRING, "has a " + name + " that is no string");
        return json.getText();
    }

    private void require(boolean condition, String otherwise) throws PullException {
        if (!condition) {
            throw failed(otherwise, null);
        }
    }
}
