package dev.truename.cri.status;

import com.google.gson.stream.JsonWriter;
import dev.truename.names.config.Finding;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.config.Sourced;
import dev.truename.names.reload.Rejection;
import dev.truename.names.reload.ReloadStatus;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// A state as one JSON object. The members' names are a contract.
final class StateJson {
    private final StringWriter text = new StringWriter();
    private final JsonWriter json = new JsonWriter(text);
    private final Instant now;

    private StateJson(Instant now) {
        this.now = now;
    }

    static String of(NodeState state, Instant now) {
        StateJson writer = new StateJson(now);
        try {
            writer.write(state);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return writer.text.toString();
    }

    private void write(NodeState state) throws IOException {
        json.setSerializeNulls(true);
        json.beginObject();
        json.name("version").value(state.version());
        json.name("ready").value(state.readiness().ready());
        texts("missing", state.readiness().missing());
        json.name("started").value(time(state.started()));
        json.name("uptime_seconds").value(seconds(state.started()));
        json.name("socket").value(state.socket().toString());
        json.name("upstream").value(state.upstream().orElse(null));
        json.name("metrics").value(state.metrics().orElse(null));
        json.name("pulls").beginObject();
        json.name("in_flight").value(state.pullsInFlight());
        json.name("waiting").value(state.pullsWaiting());
        json.endObject();
        write(state.configuration());
        json.endObject();
    }

    private void write(ReloadStatus status) throws IOException {
        RegistriesConfiguration configuration = status.snapshot().configuration();
        json.name("snapshot").beginObject();
        json.name("id").value(status.snapshot().id().hex());
        json.name("sequence").value(status.snapshot().sequence());
        json.name("loaded").value(time(status.snapshot().loaded()));
        json.name("age_seconds").value(seconds(status.snapshot().loaded()));
        json.name("mode").value(configuration.effectiveMode().name().toLowerCase(Locale.ROOT));
        json.name("aliases").value(configuration.aliases().size());
        texts(
                "search_registries",
                configuration.searchRegistries().registries().stream()
                        .map(Sourced::value)
                        .toList());
        texts("files", configuration.files().stream().map(Path::toString).toList());
        json.name("warnings").value(configuration.warnings().size());
        json.endObject();
        json.name("configuration").beginObject();
        json.name("checked").value(time(status.checked()));
        json.name("unwatched").value(status.unwatched().orElse(null));
        json.name("failures").value(status.failures());
        json.name("rejected");
        if (status.rejection().isPresent()) {
            write(status.rejection().get());
        } else {
            json.nullValue();
        }
        json.endObject();
    }

    private void write(Rejection rejection) throws IOException {
        json.beginObject();
        json.name("since").value(time(rejection.since()));
        json.name("errors").beginArray();
        for (Finding error : rejection.errors()) {
            json.beginObject();
            json.name("file").value(error.file().toString());
            json.name("line").value(error.line());
            json.name("rule").value(error.rule());
            json.name("message").value(error.message());
            json.name("fix").value(error.fix());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private void texts(String name, List<String> values) throws IOException {
        json.name(name).beginArray();
        for (String value : values) {
            json.value(value);
        }
        json.endArray();
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private long seconds(Instant since) {
        return Duration.between(since, now).toSeconds();
    }
}
