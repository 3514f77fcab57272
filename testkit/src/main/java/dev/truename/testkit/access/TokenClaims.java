package dev.truename.testkit.access;

import static java.util.Objects.requireNonNull;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/// What a signed token says (the distribution project's token specification, "Claim Set").
///
/// @param service who issues it, and whom it is for
/// @param user empty for nobody
/// @param id unlike every other's
/// @param access what is granted
record TokenClaims(String service, String user, String id, Instant issued, Instant expiry, List<Scope> access) {
    TokenClaims {
        requireNonNull(service);
        requireNonNull(user);
        requireNonNull(id);
        requireNonNull(issued);
        requireNonNull(expiry);
        access = List.copyOf(access);
    }

    String json() {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            json.name("iss").value(service);
            json.name("sub").value(user);
            json.name("aud").value(service);
            json.name("exp").value(expiry.getEpochSecond());
            json.name("nbf").value(issued.getEpochSecond());
            json.name("iat").value(issued.getEpochSecond());
            json.name("jti").value(id);
            json.name("access").beginArray();
            for (Scope scope : access) {
                write(json, scope);
            }
            json.endArray();
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonWriter json, Scope scope) throws IOException {
        json.beginObject();
        json.name("type").value(scope.type());
        json.name("name").value(scope.name());
        json.name("actions").beginArray();
        for (String action : new TreeSet<>(scope.actions())) {
            json.value(action);
        }
        json.endArray();
        json.endObject();
    }
}
