package dev.truename.cli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.truename.cli.CommandRun;
import dev.truename.cli.spec.ExitCode;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.TestImage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Charts and manifests in the shape of those that stopped starting when an engine went enforcing, and what mends them.
class AuditChartsTest {
    /// Images of the charts that docker.io has.
    private static final List<String> AT_HUB = List.of(
            "library/busybox:1.36",
            "fusionauth/fusionauth-app:1.55.1",
            "goharbor/harbor-core:v2.12.0",
            "goharbor/harbor-db:v2.12.0",
            "goharbor/harbor-registryctl:v2.12.0",
            "goharbor/registry-photon:v2.12.0",
            "grafana/grafana:11.3.0",
            "synology/synology-csi:v1.1.3",
            "bats/bats:v1.4.1");

    /// Those that a team keeps at quay.io only.
    private static final List<String> AT_QUAY =
            List.of("longhornio/longhorn-manager:v1.7.2", "longhornio/longhorn-share-manager:v1.7.2");

    @TempDir
    Path folder;

    private AuditWorld world() throws IOException, URISyntaxException {
        AuditWorld world = new AuditWorld(folder);
        AT_HUB.forEach(image -> push(world.hub, image));
        AT_QUAY.forEach(image -> push(world.quay, image));
        Path charts = Path.of(AuditChartsTest.class.getResource("charts").toURI());
        try (Stream<Path> files = Files.list(charts)) {
            for (Path file : files.toList()) {
                world.file("charts/" + file.getFileName(), Files.readString(file));
            }
        }
        return world;
    }

    private static void push(TestRegistry registry, String image) {
        int colon = image.lastIndexOf(':');
        registry.push(image.substring(0, colon), image.substring(colon + 1), TestImage.of(image));
    }

    private static List<String> broken(JsonObject report) {
        List<String> broken = new ArrayList<>();
        AuditWorld.classes(report).forEach((name, classes) -> {
            if (classes.contains("breaks-under-enforcing")) {
                broken.add(name);
            }
        });
        return broken;
    }

    @Test
    void namesThatBrokeAreFoundAndTheProposedTableMakesTheEnforcingRunPass() throws IOException, URISyntaxException {
        try (AuditWorld world = world()) {
            String audit = "audit --short-name-mode enforcing --probe @charts";
            JsonObject before = world.report(audit + " --fix @fix.conf");
            assertEquals(
                    List.of(
                            "bats/bats:v1.4.1",
                            "busybox:1.36",
                            "fusionauth/fusionauth-app:1.55.1",
                            "goharbor/harbor-core:v2.12.0",
                            "goharbor/harbor-db:v2.12.0",
                            "goharbor/harbor-registryctl:v2.12.0",
                            "goharbor/registry-photon:v2.12.0",
                            "grafana/grafana:11.3.0",
                            "longhornio/longhorn-manager:v1.7.2",
                            "longhornio/longhorn-share-manager:v1.7.2",
                            "synology/synology-csi:v1.1.3",
                            "ubi9/ubi-minimal:9.4"),
                    broken(before));
            assertEquals(
                    "squattable breaks-under-enforcing one-registry",
                    AuditWorld.classes(before).get("longhornio/longhorn-manager:v1.7.2"));
            assertEquals(
                    ExitCode.UNRESOLVED,
                    world.run("resolve --short-name-mode enforcing busybox:1.36")
                            .exit());

            world.host().with("050-fix.conf", world.read("fix.conf"));
            world.file("names.txt", String.join("\n", broken(before)) + "\n");
            CommandRun after = world.run("audit --short-name-mode enforcing @charts");
            assertEquals(ExitCode.DONE, after.exit(), after.out());
            assertFalse(after.out().contains("breaks-under-enforcing"), after.out());
            CommandRun resolved = world.run("resolve --short-name-mode enforcing busybox:1.36"
                    + " longhornio/longhorn-manager:v1.7.2 ubi9/ubi-minimal:9.4");
            assertEquals("""
                    docker.io/library/busybox:1.36
                    quay.io/longhornio/longhorn-manager:v1.7.2
                    registry.access.redhat.com/ubi9/ubi-minimal:9.4
                    """, resolved.out());
            CommandRun check = world.run("config check");
            assertTrue(check.out().contains("0 warnings"), check.out());
        }
    }

    @Test
    void rewrittenFilesMeanTheSameEverywhere() throws IOException, URISyntaxException {
        try (AuditWorld world = world()) {
            String untouched = world.read("charts/fusionauth.yaml");
            CommandRun dry = world.run("audit --probe --probe-rate 1000 --rewrite --dry-run @charts");
            assertEquals(untouched, world.read("charts/fusionauth.yaml"));
            assertTrue(dry.out().contains("""
                            -          image: "busybox:1.36"   # as the chart has it
                            +          image: "docker.io/library/busybox:1.36"   # as the chart has it
                            """), dry.out());
            CommandRun run = world.run("audit --probe --probe-rate 1000 --rewrite @charts/fusionauth.yaml");
            assertTrue(run.out().contains("wrote 3 full names into charts/fusionauth.yaml"), run.out());
            assertEquals(
                    untouched
                            .replace("busybox:1.36", "docker.io/library/busybox:1.36")
                            .replace("fusionauth/fusionauth-app", "docker.io/fusionauth/fusionauth-app"),
                    world.read("charts/fusionauth.yaml"));
            Map<String, String> classes = AuditWorld.classes(world.report("audit @charts/fusionauth.yaml"));
            assertEquals(
                    Map.of(
                            "docker.io/library/busybox:1.36",
                            "qualified",
                            "docker.io/fusionauth/fusionauth-app:1.55.1",
                            "qualified"),
                    classes);
        }
    }

    @Test
    void helmsOutputIsReadFromStandardInput() throws IOException, URISyntaxException {
        try (AuditWorld world = world()) {
            CommandRun run = world.host()
                    .run(
                            CommandRun.Setup.in(Map.of("COLUMNS", "150")).typing(world.read("charts/harbor.yaml")),
                            "audit",
                            "--prefer=docker.io",
                            "-");
            assertEquals(ExitCode.FINDINGS, run.exit());
            assertTrue(run.out().contains("used  -:12: Deployment harbor-core"), run.out());
            assertTrue(
                    run.out()
                            .contains("write  docker.io/goharbor/harbor-db:v2.12.0, which is the preferred registry's"),
                    run.out());
        }
    }
}
