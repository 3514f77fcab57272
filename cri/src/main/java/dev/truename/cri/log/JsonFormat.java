package dev.truename.cri.log;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// One JSON object a line: `time`, `level`, `event`, `message`, then the entry's fields.
public final class JsonFormat implements LogFormat {
    @Override
    public String line(LogEntry entry) {
        StringWriter line = new StringWriter(256);
        try (JsonWriter json = new JsonWriter(line)) {
            json.beginObject();
            json.name("time").value(entry.time().truncatedTo(ChronoUnit.MILLIS).toString());
            json.name("level").value(entry.level().word());
            json.name("event").value(entry.event());
            json.name("message").value(entry.message());
            for (Map.Entry<String, Object> field : entry.fields().entrySet()) {
                json.name(field.getKey());
                value(json, field.getValue());
            }
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return line.toString();
    }

    private static void value(JsonWriter json, Object value) throws IOException {
        switch (value) {
            case Long number -> json.value(number);
            case Boolean flag -> json.value(flag);
            default -> json.value(value.toString());
        }
    }
}
