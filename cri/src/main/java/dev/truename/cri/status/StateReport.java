package dev.truename.cri.status;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Empty;
import dev.truename.cri.client.UnixChannel;
import io.grpc.CallOptions;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// What a service told of its state, as another process got it.
///
/// @param json as it was told
public record StateReport(String json) {
    private static final int MESSAGE_BYTES = 4 << 20;

    /// Asks the service at a socket.
    ///
    /// @throws NoStateException if nobody listens there, or answers in time, or it is another service
    public static StateReport ask(Path socket, Duration patience) throws NoStateException {
        try (UnixChannel channel = UnixChannel.to(socket, MESSAGE_BYTES)) {
            return new StateReport(ClientCalls.blockingUnaryCall(
                            channel.channel(),
                            StateService.STATUS,
                            CallOptions.DEFAULT.withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS),
                            Empty.getDefaultInstance())
                    .getValue());
        } catch (StatusRuntimeException e) {
            boolean other = e.getStatus().getCode() == Status.Code.UNIMPLEMENTED;
            throw new NoStateException(other, why(e, patience), e);
        }
    }

    private static String why(StatusRuntimeException e, Duration patience) {
        if (e.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED) {
            return "no answer within " + patience.toSeconds() + " s";
        }
        @Nullable Throwable cause = e.getStatus().getCause();
        return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    }

    private JsonObject object() {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    public boolean ready() {
        return object().get("ready").getAsBoolean();
    }

    /// Whether the files cannot be used, so that an older configuration is in force.
    public boolean rejected() {
        return object().getAsJsonObject("configuration").get("rejected").isJsonObject();
    }

    /// The same for people, line by line.
    public List<String> lines() {
        JsonObject all = object();
        JsonObject snapshot = all.getAsJsonObject("snapshot");
        List<String> lines = new ArrayList<>();
        lines.add("truename " + text(all, "version") + " at " + text(all, "socket") + ": "
                + (ready() ? "ready" : "not ready"));
        for (JsonElement missing : all.getAsJsonArray("missing")) {
            lines.add("  missing: " + missing.getAsString());
        }
        lines.add("up for " + duration(all, "uptime_seconds") + ", images are kept by "
                + (all.get("upstream").isJsonNull() ? "itself" : text(all, "upstream")));
        lines.add("metrics: " + (all.get("metrics").isJsonNull() ? "off" : text(all, "metrics")));
        JsonObject pulls = all.getAsJsonObject("pulls");
        lines.add("pulls: " + text(pulls, "in_flight") + " under way, " + text(pulls, "waiting") + " waiting");
        lines.add("configuration " + text(snapshot, "id") + ": in force for " + duration(snapshot, "age_seconds")
                + ", number " + text(snapshot, "sequence") + " since the start");
        lines.add("  mode " + text(snapshot, "mode") + ", " + text(snapshot, "aliases")
                + " aliases, search registries: " + joined(snapshot.getAsJsonArray("search_registries")));
        for (JsonElement file : snapshot.getAsJsonArray("files")) {
            lines.add("  " + file.getAsString());
        }
        addConfiguration(all.getAsJsonObject("configuration"), lines);
        return lines;
    }

    private static void addConfiguration(JsonObject configuration, List<String> lines) {
        if (!configuration.get("unwatched").isJsonNull()) {
            lines.add("changes are seen only once a minute: " + text(configuration, "unwatched"));
        }
        if (configuration.get("rejected").isJsonObject()) {
            JsonObject rejected = configuration.getAsJsonObject("rejected");
            lines.add("the files cannot be used since " + text(rejected, "since") + "; what is above stays in force:");
            for (JsonElement each : rejected.getAsJsonArray("errors")) {
                JsonObject error = each.getAsJsonObject();
                String line = error.get("line").getAsInt() == 0 ? "" : ":" + text(error, "line");
                lines.add("  " + text(error, "file") + line + ": " + text(error, "message") + " (" + text(error, "fix")
                        + ")");
            }
        }
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).getAsString();
    }

    private static String joined(JsonArray array) {
        return array.isEmpty()
                ? "none"
                : StreamSupport.stream(array.spliterator(), false)
                        .map(JsonElement::getAsString)
                        .collect(Collectors.joining(", "));
    }

    private static String duration(JsonObject object, String name) {
        Duration duration = Duration.ofSeconds(object.get(name).getAsLong());
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
    }
}
