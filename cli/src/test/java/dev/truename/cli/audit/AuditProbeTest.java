package dev.truename.cli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.truename.cli.CommandRun;
import dev.truename.cli.spec.ExitCode;
import dev.truename.testkit.access.Denial;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.log.RecordedRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Audits that ask registries.
class AuditProbeTest {
    @TempDir
    Path folder;

    @Test
    void whatRegistriesHaveDecidesWhatANameIs() {
        try (AuditWorld world = new AuditWorld(folder)) {
            world.hub.push("team/both", "1", TestImage.of("one"));
            world.quay.push("team/both", "1", TestImage.of("another"));
            world.hub.push("team/same", "1", TestImage.of("same"));
            world.quay.push("team/same", "1", TestImage.of("same"));
            world.hub.push("team/hub", "1", TestImage.of("hub"));
            world.quay.push("team/quay", "1", TestImage.of("quay"));
            world.hub.push("team/tagged", "2", TestImage.of("two"));
            world.quay.push("team/tagged", "1", TestImage.of("one"));
            world.hub.push("library/redis", "7", TestImage.of("redis"));
            world.quay.push("me/mine", "1", TestImage.of("mine"));
            world.quay.push("team/secret", "1", TestImage.of("secret"));
            world.hub.deny("team/secret", Denial.FORBIDDEN);
            assertEquals(
                    Map.ofEntries(
                            Map.entry("team/both:1", "ambiguous breaks-under-enforcing"),
                            Map.entry("team/same:1", "breaks-under-enforcing identical"),
                            Map.entry("team/hub:1", "breaks-under-enforcing one-registry"),
                            Map.entry("team/quay:1", "squattable breaks-under-enforcing one-registry"),
                            Map.entry("team/tagged:1", "breaks-under-enforcing one-registry"),
                            Map.entry("team/none:1", "squattable missing breaks-under-enforcing"),
                            Map.entry("team/secret:1", "squattable breaks-under-enforcing unknown"),
                            Map.entry("redis:7", "breaks-under-enforcing one-registry"),
                            Map.entry("mine:1", "alias"),
                            Map.entry("mine:2", "missing alias"),
                            Map.entry("quay.io/team/quay:1", "qualified"),
                            Map.entry("docker.io/team/quay:1", "squattable missing qualified"),
                            Map.entry("down.example/x", "unknown qualified")),
                    world.audit(
                            "--probe",
                            "team/both:1",
                            "team/same:1",
                            "team/hub:1",
                            "team/quay:1",
                            "team/tagged:1",
                            "team/none:1",
                            "team/secret:1",
                            "redis:7",
                            "mine:1",
                            "mine:2",
                            "quay.io/team/quay:1",
                            "docker.io/team/quay:1",
                            "down.example/x"));
        }
    }

    @Test
    void answersAreToldWithDigestsAndReasons() {
        try (AuditWorld world = new AuditWorld(folder)) {
            String one = world.hub.push("team/both", "1", TestImage.of("one"));
            String another = world.quay.push("team/both", "1", TestImage.of("another"));
            world.file("list", "team/both:1\ndown.example/x\n");
            JsonObject report = world.report("audit --probe --format list @list");
            assertTrue(report.get("probed").getAsBoolean());
            String both = AuditWorld.name(report, "team/both:1").toString();
            assertTrue(both.contains("\"state\":\"present\",\"digest\":\"" + one + "\""), both);
            assertTrue(both.contains("\"state\":\"present\",\"digest\":\"" + another + "\""), both);
            assertTrue(both.contains("\"decision\":{\"state\":\"undecided\",\"key\":\"team/both\""), both);
            assertTrue(both.contains("\"means\":\"docker.io/team/both:1\""), both);
            String down = AuditWorld.name(report, "down.example/x").toString();
            assertTrue(down.contains("\"state\":\"failed\",\"kind\":\"unreachable\""), down);
            CommandRun text = world.run("audit --probe --probe-rate 1000 --format list @list");
            assertTrue(
                    text.out().contains("different images: docker.io/team/both:1 " + one.substring(0, 19)), text.out());
            assertEquals(ExitCode.FINDINGS, text.exit());
        }
    }

    @Test
    void eachQuestionIsAskedOnceHoweverOftenTheNameIsUsed() {
        try (AuditWorld world = new AuditWorld(folder)) {
            world.hub.push("library/redis", "7", TestImage.of("redis"));
            world.file("list", "redis:7\n".repeat(50) + "docker.io/redis:7\ndocker.io/library/redis:7\n");
            world.report("audit --probe --format list @list");
            List<RecordedRequest> heads =
                    world.hub.log().matching(request -> request.method().equals("HEAD"));
            assertEquals(1, heads.size(), () -> world.hub.log().lines().toString());
        }
    }

    @Test
    void withoutProbeNothingIsContacted() {
        try (AuditWorld world = new AuditWorld(folder)) {
            world.audit("", "redis:7", "mine:1", "quay.io/a/b");
            assertEquals(0, world.hub.acceptedConnections());
            assertEquals(0, world.quay.acceptedConnections());
        }
    }

    @Test
    void credentialsGoToTheirRegistryAndNoOther() {
        try (AuditWorld world = new AuditWorld(folder, "corp.example", "docker.io", "quay.io")) {
            world.corp.push("team/app", "1", TestImage.of("app"));
            String pair = Base64.getEncoder().encodeToString("me:secret".getBytes(StandardCharsets.UTF_8));
            world.file("auth.json", "{\"auths\":{\"" + world.corp.host() + "\":{\"auth\":\"" + pair + "\"}}}");
            Map<String, String> classes = world.audit("--probe --authfile @auth.json", "team/app:1");
            assertEquals(Map.of("team/app:1", "breaks-under-enforcing one-registry"), classes);
            assertTrue(world.corp.log().all().stream()
                    .map(RecordedRequest::authorization)
                    .anyMatch(Optional::isPresent));
            assertTrue(world.hub.log().size() > 0 && world.quay.log().size() > 0);
            assertTrue(world.hub.log().all().stream()
                    .map(RecordedRequest::authorization)
                    .allMatch(Optional::isEmpty));
            assertTrue(world.quay.log().all().stream()
                    .map(RecordedRequest::authorization)
                    .allMatch(Optional::isEmpty));
            Map<String, String> without = world.audit("--probe", "team/app:1");
            assertEquals(Map.of("team/app:1", "squattable breaks-under-enforcing unknown"), without);
        }
    }
}
