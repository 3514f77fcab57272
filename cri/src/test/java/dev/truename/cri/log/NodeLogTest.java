package dev.truename.cri.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.truename.cri.event.CallPurpose;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.PullTicket;
import dev.truename.cri.event.RuntimeOutcome;
import dev.truename.cri.event.SampleEvents;
import dev.truename.names.config.Finding;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reload.ReloadEvent;
import dev.truename.names.reload.ReloadEvent.Trigger;
import dev.truename.names.reload.Snapshot;
import dev.truename.names.reload.SnapshotId;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.pull.PullEvent;
import io.grpc.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// From events to lines.
class NodeLogTest {
    private static final String SNAPSHOT = " snapshot=0123456789ab";
    private static final String ALIAS = "/usr/share/containers/registries.conf.d/001-rhel-shortnames.conf:17";
    private static final String BOTH =
            " candidates=\"quay.io/app:latest (/etc/containers/registries.conf:1), docker.io/library/app:latest"
                    + " (/etc/containers/registries.conf:1)\"";
    private static final String DIGEST = "sha256:" + "ab".repeat(32);

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    private Log log(LogLevel lowest, LogFormat format) {
        return new Log(lowest, format, lines::add, Clock.fixed(SampleEvents.START, ZoneOffset.UTC));
    }

    private static Arguments row(NodeEvent event, String line) {
        return Arguments.of(event, line);
    }

    static List<Arguments> table() {
        return List.of(
                row(
                        SampleEvents.resolved(CallPurpose.PULL, SampleEvents.aliased()),
                        "<6>ubi9 is an alias of registry.access.redhat.com/ubi9 image=ubi9 for=pull resolution=aliased"
                                + " reference=registry.access.redhat.com/ubi9:latest origin=" + ALIAS + SNAPSHOT),
                row(
                        SampleEvents.resolved(CallPurpose.STATUS, SampleEvents.aliased()),
                        "<7>ubi9 is an alias of registry.access.redhat.com/ubi9 image=ubi9 for=status"
                                + " resolution=aliased reference=registry.access.redhat.com/ubi9:latest origin="
                                + ALIAS + SNAPSHOT),
                row(
                        SampleEvents.resolved(CallPurpose.PULL, SampleEvents.searched()),
                        "<6>ubi9 has no alias: the search registries are asked in order image=ubi9 for=pull"
                                + " resolution=searched" + BOTH + SNAPSHOT),
                row(
                        SampleEvents.resolved(CallPurpose.PULL, SampleEvents.ambiguous()),
                        "<4>ubi9 has no alias and could come from several registries: not pulled image=ubi9 for=pull"
                                + " resolution=ambiguous" + BOTH + SNAPSHOT),
                row(
                        SampleEvents.resolved(CallPurpose.REMOVE, SampleEvents.unresolved()),
                        "<6>ubi9 has no alias, and there are no search registries: not pulled image=ubi9 for=remove"
                                + " resolution=unresolved origin=/etc/containers/registries.conf:1" + SNAPSHOT),
                row(
                        SampleEvents.blocked(),
                        "<4>ubi9 is blocked by the configuration image=ubi9 for=pull"
                                + " reference=registry.access.redhat.com/ubi9:latest"
                                + " origin=/etc/containers/registries.conf:40" + SNAPSHOT),
                row(
                        new NodeEvent.PullRequested(SampleEvents.TICKET),
                        "<6>pull 7 of ubi9 requested pull=7 image=ubi9 written=ubi9 namespace=shop"
                                + " candidates=registry.access.redhat.com/ubi9:latest" + SNAPSHOT),
                row(
                        new NodeEvent.PullJoined(SampleEvents.TICKET, 5),
                        "<6>pull 7 of ubi9 waits for pull 5, which is equal pull=7 image=ubi9 other=5"),
                row(
                        new NodeEvent.PullStarted(SampleEvents.TICKET, Duration.ofSeconds(2)),
                        "<6>pull 7 of ubi9 started pull=7 image=ubi9 waited_millis=2000"),
                row(
                        SampleEvents.progressed(new PullEvent.SourceFailed(SampleEvents.NOT_AT_MIRROR)),
                        "<6>pull 7 of ubi9: mirror.example/ubi9 (a mirror, /etc/containers/registries.conf:12) did not"
                                + " give it pull=7 image=ubi9 candidate=registry.access.redhat.com/ubi9:latest"
                                + " source=mirror.example/ubi9:latest origin=/etc/containers/registries.conf:12"
                                + " failure=not-found"
                                + " cause=\"https://mirror.example/v2/ubi9/manifests/latest: manifest unknown\""
                                + SNAPSHOT),
                row(
                        SampleEvents.succeeded(),
                        "<6>pull 7 of ubi9 done: registry.access.redhat.com/ubi9:latest from"
                                + " registry.access.redhat.com/ubi9 (the registry), every digest and size verified"
                                + " pull=7 image=ubi9 reference=registry.access.redhat.com/ubi9:latest digest=" + DIGEST
                                + " id=" + DIGEST + " source=registry.access.redhat.com/ubi9:latest mirror=false"
                                + " failed_sources=1 fetched_blobs=2 fetched_bytes=70000512 reused_blobs=3"
                                + " reused_bytes=1000000 millis=1234" + SNAPSHOT),
                row(
                        SampleEvents.failed(
                                new PullFailure.RateLimited("https://r.example", "slow down", Optional.empty())),
                        "<3>pull 7 of ubi9 failed: registry.access.redhat.com/ubi9 (the registry): https://r.example:"
                                + " slow down pull=7 image=ubi9 failure=rate-limited"
                                + " sources=\"rate-limited at registry.access.redhat.com/ubi9 (the registry):"
                                + " https://r.example: slow down, not-found at mirror.example/ubi9 (a mirror,"
                                + " /etc/containers/registries.conf:12):"
                                + " https://mirror.example/v2/ubi9/manifests/latest: manifest unknown\" millis=2500"
                                + SNAPSHOT),
                row(
                        new NodeEvent.RuntimePulled(
                                SampleEvents.TICKET,
                                SampleEvents.UBI9,
                                SampleEvents.UBI9,
                                Status.NOT_FOUND.withDescription("not there"),
                                Duration.ofMillis(20)),
                        "<6>pull 7 of ubi9: the runtime did not pull registry.access.redhat.com/ubi9:latest pull=7"
                                + " image=ubi9 candidate=registry.access.redhat.com/ubi9:latest failure=not-found"
                                + " code=NOT_FOUND cause=\"not there\" millis=20" + SNAPSHOT),
                row(
                        new NodeEvent.RuntimePulled(
                                SampleEvents.TICKET,
                                SampleEvents.UBI9,
                                Qualified.parse("cache.example/ubi9:latest"),
                                Status.UNAVAILABLE.withDescription("away"),
                                Duration.ofMillis(20)),
                        "<4>pull 7 of ubi9: the runtime did not pull registry.access.redhat.com/ubi9:latest pull=7"
                                + " image=ubi9 candidate=registry.access.redhat.com/ubi9:latest"
                                + " sent=cache.example/ubi9:latest failure=unreachable code=UNAVAILABLE cause=away"
                                + " millis=20" + SNAPSHOT),
                row(
                        new NodeEvent.RuntimePullEnded(
                                SampleEvents.TICKET,
                                new RuntimeOutcome.Absent(),
                                Status.NOT_FOUND,
                                Duration.ofMillis(30)),
                        "<3>pull 7 of ubi9 failed pull=7 image=ubi9 failure=not-found millis=30" + SNAPSHOT),
                row(
                        new NodeEvent.RuntimePullEnded(
                                SampleEvents.TICKET,
                                new RuntimeOutcome.Blocked(),
                                Status.PERMISSION_DENIED.withDescription("blocked"),
                                Duration.ofMillis(30)),
                        "<3>pull 7 of ubi9 failed pull=7 image=ubi9 failure=blocked told=blocked millis=30" + SNAPSHOT),
                row(
                        SampleEvents.runtimePulled(),
                        "<6>pull 7 of ubi9 done: registry.access.redhat.com/ubi9:latest by the runtime, which verifies"
                                + " pull=7 image=ubi9 reference=registry.access.redhat.com/ubi9:latest id=" + DIGEST
                                + " millis=900" + SNAPSHOT),
                row(
                        new NodeEvent.RuntimeRemoved("ubi9", "registry.access.redhat.com/ubi9:latest"),
                        "<6>the runtime has removed an image, if it was there image=ubi9"
                                + " sent=registry.access.redhat.com/ubi9:latest"),
                row(
                        new NodeEvent.RuntimeLost(SampleEvents.RUNTIME),
                        "<4>the runtime does not answer; it is looked for twice a second"
                                + " socket=/run/containerd/containerd.sock"),
                row(
                        new NodeEvent.RuntimeFound(SampleEvents.RUNTIME, Duration.ofMillis(1500)),
                        "<6>the runtime answers again socket=/run/containerd/containerd.sock away_millis=1500"),
                row(
                        new NodeEvent.ImageRemoved(SampleEvents.DIGEST, List.of("a.example/b:1", "a.example/b:2")),
                        "<6>image removed id=" + DIGEST + " names=\"a.example/b:1, a.example/b:2\""),
                row(
                        SampleEvents.callEnded("ImageStatus", Status.OK),
                        "<7>ImageStatus answered call=ImageStatus code=OK millis=0"),
                row(
                        SampleEvents.callEnded("PullImage", Status.UNAVAILABLE.withDescription("away")),
                        "<4>PullImage failed call=PullImage code=UNAVAILABLE millis=0 told=away"));
    }

    @ParameterizedTest
    @MethodSource("table")
    @DisplayName("each event has its line in the journal")
    void journal(NodeEvent event, String line) {
        new NodeLog(log(LogLevel.DEBUG, TextFormat.JOURNAL)).on(event);
        assertEquals(List.of(line), lines);
    }

    @Test
    @DisplayName("every event is told in every format, none is more than a line, and JSON is JSON")
    void everyEvent() {
        for (LogFormat format : List.of(TextFormat.JOURNAL, TextFormat.PLAIN, new JsonFormat())) {
            NodeLog log = new NodeLog(log(LogLevel.DEBUG, format));
            SampleEvents.all().forEach(log::on);
        }
        assertTrue(lines.size() > 60);
        for (String line : lines) {
            assertEquals(-1, line.indexOf('\n'), line);
            if (line.startsWith("{")) {
                assertEquals(
                        "2026-01-02T03:04:05Z",
                        JsonParser.parseString(line)
                                .getAsJsonObject()
                                .get("time")
                                .getAsString());
            }
        }
    }

    @Test
    @DisplayName("JSON has the same fields, numbers as numbers, and for the journal the priority in front")
    void json() {
        new NodeLog(log(LogLevel.INFO, new PriorityFormat(new JsonFormat()))).on(SampleEvents.succeeded());
        assertTrue(lines.getFirst().startsWith("<6>{"), lines.getFirst());
        JsonObject line = JsonParser.parseString(lines.getFirst().substring(3)).getAsJsonObject();
        assertEquals("info", line.get("level").getAsString());
        assertEquals("pulled", line.get("event").getAsString());
        assertEquals(70_000_512, line.get("fetched_bytes").getAsLong());
        assertFalse(line.get("mirror").getAsBoolean());
        assertEquals("0123456789ab", line.get("snapshot").getAsString());
    }

    @Test
    @DisplayName("a source has the time that it took")
    void time() {
        List<Instant> times = new ArrayList<>(List.of(SampleEvents.START, SampleEvents.START.plusMillis(31)));
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return times.size() > 1 ? times.removeFirst() : times.getFirst();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        NodeLog log = new NodeLog(new Log(LogLevel.INFO, new JsonFormat(), lines::add, clock));
        log.on(SampleEvents.progressed(new PullEvent.Asking(SampleEvents.UBI9, SampleEvents.MIRROR)));
        log.on(SampleEvents.progressed(new PullEvent.SourceFailed(SampleEvents.NOT_AT_MIRROR)));
        assertEquals(
                31,
                JsonParser.parseString(lines.getFirst())
                        .getAsJsonObject()
                        .get("millis")
                        .getAsLong());
    }

    @Test
    @DisplayName("what comes from outside moves no cursor, forges no line and no field, and has an end")
    void hostile() {
        PullTicket ticket = new PullTicket(
                9,
                "app",
                Optional.of("evil\n<3>pull 9 failed\u001b[2J\u202e\" failure=none"),
                Optional.of("x".repeat(10_000)),
                List.of(SampleEvents.UBI9),
                SampleEvents.SNAPSHOT);
        new NodeLog(log(LogLevel.INFO, TextFormat.JOURNAL)).on(new NodeEvent.PullRequested(ticket));
        new NodeLog(log(LogLevel.INFO, new JsonFormat())).on(new NodeEvent.PullRequested(ticket));
        assertTrue(
                lines.getFirst()
                        .contains(
                                "written=\"evil\\\\u{a}<3>pull 9 failed\\\\u{1b}[2J\\\\u{202e}\\\" failure=none\" namespace=xxx"));
        for (String line : lines) {
            assertTrue(line.length() < 2_000);
            assertTrue(line.chars().allMatch(c -> c >= ' ' && c <= '~'));
        }
        assertTrue(lines.getLast().startsWith("{"));
        assertTrue(JsonParser.parseString(lines.getLast())
                .getAsJsonObject()
                .get("written")
                .getAsString()
                .startsWith("evil\\u{a}<3>"));
    }

    @Test
    @DisplayName("what a runtime says is told without the signatures in it")
    void secrets() {
        NodeLog log = new NodeLog(log(LogLevel.INFO, TextFormat.JOURNAL));
        Status said = Status.UNKNOWN.withDescription("Get \"https://me:pass@s3.example/b?X-Sig=secret\": reset");
        log.on(new NodeEvent.RuntimePulled(
                SampleEvents.TICKET, SampleEvents.UBI9, SampleEvents.UBI9, said, Duration.ZERO));
        log.on(SampleEvents.callEnded("PullImage", said));
        assertEquals(2, lines.size());
        for (String line : lines) {
            assertTrue(line.contains("https://s3.example/b?..."), line);
            assertFalse(line.contains("secret") || line.contains("pass"), line);
        }
    }

    @Test
    @DisplayName("below the level nothing is written, and nothing made")
    void level() {
        NodeLog log = new NodeLog(log(LogLevel.WARNING, entry -> {
            assertTrue(entry.level().reaches(LogLevel.WARNING));
            return entry.event();
        }));
        SampleEvents.all().forEach(log::on);
        assertTrue(lines.contains("pull-failed"));
        assertFalse(lines.contains("pulled"));
    }

    @Test
    @DisplayName("a rejected configuration is told with file and line of every mistake, the first twenty")
    void rejected() {
        Snapshot kept = new Snapshot(
                RegistriesConfiguration.EMPTY, new SnapshotId(SampleEvents.SNAPSHOT), 3, SampleEvents.START);
        List<Finding> errors = new ArrayList<>();
        for (int line = 1; line <= 25; line++) {
            errors.add(SampleEvents.finding(line));
        }
        ReloadLog log = new ReloadLog(log(LogLevel.INFO, TextFormat.JOURNAL));
        log.on(new ReloadEvent.Rejected(Trigger.CHANGE, kept, errors));
        assertEquals(
                "<3>the files cannot be used; what was in force stays trigger=change snapshot=0123456789ab sequence=3"
                        + " errors=25",
                lines.getFirst());
        assertEquals(
                "<3>/etc/containers/registries.conf.d/10-app.conf:1: \"no\" is no repository (write"
                        + " registry/repository) file=/etc/containers/registries.conf.d/10-app.conf line=1"
                        + " rule=alias-target",
                lines.get(1));
        assertEquals("<3>and 5 more: truename config check tells all", lines.getLast());
        assertEquals(22, lines.size());
    }

    @Test
    @DisplayName("what is in force is told with its id and its files")
    void loaded() {
        Snapshot snapshot = new Snapshot(
                RegistriesConfiguration.EMPTY, new SnapshotId(SampleEvents.SNAPSHOT), 1, SampleEvents.START);
        ReloadLog log = new ReloadLog(log(LogLevel.INFO, TextFormat.PLAIN));
        log.on(new ReloadEvent.Loaded(Trigger.START, snapshot));
        log.on(new ReloadEvent.Unchanged(Trigger.REQUEST, snapshot));
        log.on(new ReloadEvent.Unwatched(Trigger.START, "too many watches"));
        assertEquals(
                List.of(
                        "2026-01-02T03:04:05Z INFO the configuration is in force trigger=start snapshot=0123456789ab"
                                + " sequence=1 mode=permissive aliases=0 registries=0 files=\"\"",
                        "2026-01-02T03:04:05Z INFO the files say what is in force trigger=request"
                                + " snapshot=0123456789ab sequence=1",
                        "2026-01-02T03:04:05Z WARNING changes of files are seen only by looking from time to time"
                                + " cause=\"too many watches\""),
                lines);
    }
}
