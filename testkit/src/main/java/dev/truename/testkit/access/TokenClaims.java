package dev.truename.testkit.access;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
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
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("iss", service);
            json.writeStringField("sub", user);
            json.writeStringField("aud", service);
            json.writeNumberField("exp", expiry.getEpochSecond());
            json.writeNumberField("nbf", issued.getEpochSecond());
            json.writeNumberField("iat", issued.getEpochSecond());
            json.writeStringField("jti", id);
            json.writeArrayFieldStart("access");
            for (Scope scope : access) {
                write(json, scope);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Scope scope) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", scope.type());
        json.writeStringField("name", scope.name());
        json.writeArrayFieldStart("actions");
        for (String action : new TreeSet<>(scope.actions())) {
            json.writeString(action);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
