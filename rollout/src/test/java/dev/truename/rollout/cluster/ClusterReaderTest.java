package dev.truename.rollout.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.workload.Problem;
import dev.truename.testkit.http.Reply;
import dev.truename.testkit.http.Response;
import dev.truename.testkit.tls.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterReaderTest {
    @TempDir
    Path folder;

    private FakeCluster cluster = new FakeCluster(null);

    @AfterEach
    void stop() {
        cluster.close();
    }

    private static String meta(String namespace, String name, String owner) {
        String owned = owner.isEmpty()
                ? ""
                : ",\"ownerReferences\":[{\"kind\":\"Other\",\"name\":\"x\"},{\"controller\":true,\"kind\":\""
                        + owner.substring(0, owner.indexOf(' ')) + "\",\"name\":\""
                        + owner.substring(owner.indexOf(' ') + 1) + "\"}]";
        return "\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"" + namespace + "\"" + owned + "}";
    }

    private static String containers(String... images) {
        StringBuilder text = new StringBuilder("\"containers\":[");
        for (int i = 0; i < images.length; i++) {
            text.append(i == 0 ? "" : ",").append("{\"name\":\"c" + i + "\",\"image\":\"" + images[i] + "\"}");
        }
        return text.append(']').toString();
    }

    private static String templated(String namespace, String name, String owner, String... images) {
        return "{" + meta(namespace, name, owner) + ",\"spec\":{\"template\":{\"spec\":{" + containers(images) + "}}}}";
    }

    private static String pod(String namespace, String name, String owner, String... images) {
        return "{" + meta(namespace, name, owner) + ",\"spec\":{" + containers(images) + "}}";
    }

    private ClusterReading read() throws Exception {
        return read(choice(Optional.empty()));
    }

    private ClusterChoice choice(Optional<String> namespace) throws IOException {
        return new ClusterChoice(
                Optional.of(cluster.kubeconfig(folder, "", "")),
                Optional.empty(),
                namespace,
                ClusterChoice.DEFAULT_PATIENCE);
    }

    private static ClusterReading read(ClusterChoice choice) throws ClusterException {
        return new ClusterReader("truename/test").read(choice);
    }

    private static List<String> told(ClusterReading reading) {
        return reading.reading().uses().stream()
                .map(use -> use.image() + " | " + use.place().source() + " | " + use.holder())
                .toList();
    }

    private static List<String> problems(ClusterReading reading) {
        return reading.reading().problems().stream()
                .map(problem -> problem.place().source() + ": " + problem.message())
                .toList();
    }

    @Test
    void everyKindIsRead() throws Exception {
        cluster.has(WorkloadKind.DEPLOYMENT, templated("a", "web", "", "redis", "quay.io/x/y:1"))
                .has(WorkloadKind.STATEFUL_SET, templated("a", "db", "", "postgres:16"))
                .has(WorkloadKind.DAEMON_SET, templated("b", "log", "", "fluentd"))
                .has(WorkloadKind.JOB, templated("b", "once", "", "busybox"))
                .has(WorkloadKind.REPLICA_SET, templated("b", "rs", "", "nginx"))
                .has(WorkloadKind.REPLICATION_CONTROLLER, templated("b", "rc", "", "httpd"))
                .has(
                        WorkloadKind.CRON_JOB,
                        "{" + meta("b", "nightly", "")
                                + ",\"spec\":{\"jobTemplate\":{\"spec\":{\"template\":{\"spec\":{" + containers("perl")
                                + "}}}}}}")
                .has(
                        WorkloadKind.POD_TEMPLATE,
                        "{" + meta("b", "pt", "") + ",\"template\":{\"spec\":{" + containers("ruby") + "}}}")
                .has(WorkloadKind.POD, pod("c", "alone", "", "alpine"));

        ClusterReading reading = read();
        assertEquals(
                List.of(
                        "nginx | cluster b/ReplicaSet/rs | ReplicaSet rs, container c0",
                        "busybox | cluster b/Job/once | Job once, container c0",
                        "httpd | cluster b/ReplicationController/rc | ReplicationController rc, container c0",
                        "redis | cluster a/Deployment/web | Deployment web, container c0",
                        "quay.io/x/y:1 | cluster a/Deployment/web | Deployment web, container c1",
                        "postgres:16 | cluster a/StatefulSet/db | StatefulSet db, container c0",
                        "fluentd | cluster b/DaemonSet/log | DaemonSet log, container c0",
                        "perl | cluster b/CronJob/nightly | CronJob nightly, container c0",
                        "ruby | cluster b/PodTemplate/pt | PodTemplate pt, container c0",
                        "alpine | cluster c/Pod/alone | Pod alone, container c0"),
                told(reading));
        assertEquals(List.of(), problems(reading));
        assertEquals(9, reading.reading().files());
    }

    @Test
    void podsCountForTheirWorkload() throws Exception {
        cluster.has(WorkloadKind.DEPLOYMENT, templated("a", "web", "", "app"))
                .has(WorkloadKind.REPLICA_SET, templated("a", "web-1", "Deployment web", "app:old"))
                .has(WorkloadKind.REPLICA_SET, templated("a", "web-2", "Deployment web", "app"))
                .has(WorkloadKind.REPLICA_SET, templated("a", "canary-1", "Rollout canary", "app:new"))
                .has(WorkloadKind.JOB, templated("a", "n-1", "CronJob n", "cleaner"))
                .has(WorkloadKind.POD, pod("a", "web-2-x", "ReplicaSet web-2", "app", "sidecar"))
                .has(WorkloadKind.POD, pod("a", "web-2-y", "ReplicaSet web-2", "app", "sidecar"))
                .has(WorkloadKind.POD, pod("a", "n-1-z", "Job n-1", "cleaner"))
                .has(WorkloadKind.POD, pod("a", "canary-1-x", "ReplicaSet canary-1", "app:new"))
                .has(WorkloadKind.POD, pod("b", "web-2-x", "ReplicaSet web-2", "other"))
                .has(WorkloadKind.POD, pod("a", "static", "Node n1", "etcd"));

        assertEquals(
                List.of(
                        "app:new | cluster a/ReplicaSet/canary-1 | ReplicaSet canary-1, container c0",
                        "app | cluster a/Deployment/web | Deployment web, container c0",
                        "sidecar | cluster a/Deployment/web | Deployment web, container c1",
                        "cleaner | cluster a/CronJob/n | CronJob n, container c0",
                        "app:new | cluster a/Rollout/canary | Rollout canary, container c0",
                        "other | cluster b/ReplicaSet/web-2 | ReplicaSet web-2, container c0",
                        "etcd | cluster a/Pod/static | Pod static, container c0"),
                told(read()));
    }

    @Test
    void allPlacesOfAPodAreRead() throws Exception {
        String status =
                "\"status\":{\"containerStatuses\":[{\"name\":\"m\",\"imageID\":\"docker-pullable://r.io/main@sha256:1\"}],"
                        + "\"initContainerStatuses\":[{\"name\":\"i\",\"imageID\":\"\"}]}";
        cluster.has(
                WorkloadKind.POD,
                "{" + meta("a", "p", "") + ",\"spec\":{\"initContainers\":[{\"name\":\"i\",\"image\":\"init\"}],"
                        + "\"containers\":[{\"name\":\"m\",\"image\":\"main\"},{\"name\":\"blank\",\"image\":\" \"},"
                        + "{\"name\":\"none\"}],"
                        + "\"ephemeralContainers\":[{\"name\":\"e\",\"image\":\"debug\"}],"
                        + "\"volumes\":[{\"name\":\"v\",\"image\":{\"reference\":\"model:1\"}},{\"name\":\"w\"}]},"
                        + status + "}");

        ClusterReading reading = read();
        assertEquals(
                List.of(
                        "init | cluster a/Pod/p | Pod p, init container i",
                        "main | cluster a/Pod/p | Pod p, container m",
                        "debug | cluster a/Pod/p | Pod p, ephemeral container e",
                        "model:1 | cluster a/Pod/p | Pod p, volume v"),
                told(reading));
        assertEquals(List.of(new RunningImage("main", "r.io/main@sha256:1")), reading.running());
    }

    @Test
    void openShiftsKindsAreReadWhereTheApiHasThem() throws Exception {
        cluster.has(WorkloadKind.DEPLOYMENT_CONFIG, templated("a", "dc", "", "app"))
                .has(
                        WorkloadKind.BUILD_CONFIG,
                        "{" + meta("a", "b", "") + ",\"spec\":{\"strategy\":{\"dockerStrategy\":{\"from\":"
                                + "{\"kind\":\"DockerImage\",\"name\":\"golang\"}}},\"source\":{\"images\":[{\"from\":"
                                + "{\"kind\":\"ImageStreamTag\",\"name\":\"x:1\"}}]}}}")
                .has(
                        WorkloadKind.IMAGE_STREAM,
                        "{" + meta("a", "s", "") + ",\"spec\":{\"tags\":[{\"name\":\"8\",\"from\":{\"kind\":"
                                + "\"DockerImage\",\"name\":\"ubi8\"}},{\"name\":\"latest\"}]}}");

        assertEquals(
                List.of(
                        "app | cluster a/DeploymentConfig/dc | DeploymentConfig dc, container c0",
                        "golang | cluster a/BuildConfig/b | BuildConfig b, builder",
                        "ubi8 | cluster a/ImageStream/s | ImageStream s, tag 8"),
                told(read()));
    }

    @Test
    void longListsComeInPages() throws Exception {
        cluster.page = 7;
        for (int i = 0; i < 50; i++) {
            cluster.has(WorkloadKind.DEPLOYMENT, templated("a", "d" + i, "", "app" + i));
        }

        assertEquals(50, read().reading().uses().size());
        List<String> pages = cluster.asked.stream()
                .filter(line -> line.contains("/deployments"))
                .toList();
        assertEquals(8, pages.size());
        assertEquals("GET /apis/apps/v1/deployments?limit=250", pages.getFirst());
        assertEquals("GET /apis/apps/v1/deployments?limit=250&continue=at+%3D49", pages.getLast());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPlaceInAListThatWasForgottenLosesNothing(boolean tellsWhereToGoOn) throws Exception {
        cluster.page = 3;
        cluster.expiring = 2;
        cluster.tellsWhereToGoOn = tellsWhereToGoOn;
        for (int i = 0; i < 10; i++) {
            cluster.has(WorkloadKind.DEPLOYMENT, templated("a", "d" + i, "", "app" + i));
        }

        ClusterReading reading = read();
        assertEquals(10, reading.reading().uses().size());
        assertEquals(List.of(), problems(reading));
    }

    @Test
    void aListThatNeverKeepsItsPlaceIsGivenUp() throws Exception {
        cluster.page = 1;
        cluster.expiring = 1000;
        cluster.has(WorkloadKind.DEPLOYMENT, templated("a", "d0", "", "app0"))
                .has(WorkloadKind.DEPLOYMENT, templated("a", "d1", "", "app1"));

        assertEquals(List.of("cluster */Deployment: The provided continue parameter is too old"), problems(read()));
    }

    @Test
    void aListThatDoesNotGoOnIsGivenUp() throws Exception {
        cluster.answers(
                        WorkloadKind.JOB,
                        new Reply.Full(Response.json(200, "{\"metadata\":{\"continue\":\"again\"},\"items\":[]}")))
                .has(WorkloadKind.POD, pod("a", "p", "", "app"));
        ClusterReading reading = read();
        assertEquals(
                List.of("cluster */Job: the API server's list of jobs does not go on from where it stands"),
                problems(reading));
        assertEquals(1, reading.reading().uses().size());
        assertEquals(
                2,
                cluster.asked.stream().filter(line -> line.contains("/jobs?")).count());
    }

    @Test
    void whatMayNotBeReadIsToldAndTheRestIsRead() throws Exception {
        cluster.has(WorkloadKind.STATEFUL_SET, templated("a", "db", "", "postgres"))
                .forbids(WorkloadKind.DEPLOYMENT)
                .forbids(WorkloadKind.IMAGE_STREAM)
                .answers(WorkloadKind.JOB, new Reply.Full(Response.of(200, "text/html", "<html>")));

        ClusterReading reading = read();
        assertEquals(List.of("postgres | cluster a/StatefulSet/db | StatefulSet db, container c0"), told(reading));
        assertEquals(
                List.of("cluster */Job", "cluster */Deployment", "cluster */ImageStream"),
                reading.reading().problems().stream()
                        .map(problem -> problem.place().source())
                        .toList());
        Problem forbidden = reading.reading().problems().get(1);
        assertEquals("deployments is forbidden", forbidden.message());
        assertTrue(forbidden.fix().contains("deployments.apps"), forbidden.fix());
    }

    @Test
    void whoMayReadNothingGetsAnError() {
        for (WorkloadKind kind : WorkloadKind.values()) {
            cluster.forbids(kind);
        }
        ClusterException e = assertThrows(ClusterException.class, this::read);
        assertEquals(ClusterException.Kind.FORBIDDEN, e.kind());
        assertTrue(e.message().contains("replicasets is forbidden"), e.message());
    }

    @Test
    void oneNamespaceIsReadAlone() throws Exception {
        cluster.has(WorkloadKind.DEPLOYMENT, templated("a", "web", "", "app"))
                .has(WorkloadKind.DEPLOYMENT, templated("b", "web", "", "other"));

        assertEquals(
                List.of("app | cluster a/Deployment/web | Deployment web, container c0"),
                told(read(choice(Optional.of("a")))));
        assertTrue(cluster.asked.stream().allMatch(line -> line.contains("/namespaces/a/")), cluster.asked.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a/b", "../x", "a?b"})
    void whatIsNoNamespaceIsAskedOfNobody(String namespace) throws Exception {
        ClusterChoice choice = choice(Optional.of(namespace));
        assertEquals(
                ClusterException.Kind.CONFIGURATION,
                assertThrows(ClusterException.class, () -> read(choice)).kind());
        assertEquals(List.of(), cluster.asked);
    }

    @Test
    void aTokenIsShown() throws Exception {
        cluster.token = "s3cret";
        cluster.has(WorkloadKind.POD, pod("a", "p", "", "app"));
        ClusterChoice known = new ClusterChoice(
                Optional.of(cluster.kubeconfig(folder, "", "token: s3cret")),
                Optional.empty(),
                Optional.empty(),
                ClusterChoice.DEFAULT_PATIENCE);
        assertEquals(1, read(known).reading().uses().size());

        ClusterException e = assertThrows(ClusterException.class, this::read);
        assertEquals(ClusterException.Kind.UNAUTHORIZED, e.kind());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theServersCertificateIsVerified(boolean known) throws Exception {
        TestCertificates certificates = TestCertificates.create(Files.createDirectory(folder.resolve("tls")));
        cluster.close();
        cluster = new FakeCluster(certificates.server());
        cluster.token = "s3cret";
        cluster.has(WorkloadKind.POD, pod("a", "p", "", "app"));
        String authority = Base64.getEncoder().encodeToString(Files.readAllBytes(certificates.authority()));
        ClusterChoice choice = new ClusterChoice(
                Optional.of(cluster.kubeconfig(
                        folder, known ? "certificate-authority-data: " + authority : "", "token: s3cret")),
                Optional.empty(),
                Optional.empty(),
                ClusterChoice.DEFAULT_PATIENCE);

        if (known) {
            assertEquals(1, read(choice).reading().uses().size());
        } else {
            ClusterException e = assertThrows(ClusterException.class, () -> read(choice));
            assertEquals(ClusterException.Kind.UNREACHABLE, e.kind());
            assertTrue(e.message().contains("certif"), e.message());
            assertEquals(List.of(), cluster.asked);
        }
    }

    @Test
    void aContextThatDoesNotExistIsNoOtherCluster() throws Exception {
        ClusterChoice wrong = new ClusterChoice(
                Optional.of(cluster.kubeconfig(folder, "", "")),
                Optional.of("hera"),
                Optional.empty(),
                ClusterChoice.DEFAULT_PATIENCE);
        ClusterException e = assertThrows(ClusterException.class, () -> read(wrong));
        assertEquals(ClusterException.Kind.CONFIGURATION, e.kind());
        assertEquals("the kubeconfig has no context hera", e.message());
        assertEquals("It has elsewhere, here.", e.fix());
        assertEquals(List.of(), cluster.asked);
    }

    /// The client would go to the cluster that it is in, with the user's token.
    @ParameterizedTest
    @CsvSource({"'cluster: gone, user: u', cluster gone", "'cluster: c, user: gone', user gone"})
    void aContextOfWhatIsNotThereIsNoOtherCluster(String context, String missing) throws Exception {
        Path file = cluster.kubeconfig(folder, "", "token: s3cret");
        Files.writeString(file, Files.readString(file).replace("cluster: d, user: u", context));
        ClusterChoice choice = new ClusterChoice(
                Optional.of(file), Optional.of("elsewhere"), Optional.empty(), ClusterChoice.DEFAULT_PATIENCE);
        ClusterException e = assertThrows(ClusterException.class, () -> read(choice));
        assertEquals(ClusterException.Kind.CONFIGURATION, e.kind());
        assertEquals("the kubeconfig has no " + missing + ", which its context elsewhere names", e.message());
        assertEquals(List.of(), cluster.asked);
    }

    @Test
    void theContextThatIsAskedForIsRead() throws Exception {
        ClusterChoice elsewhere = new ClusterChoice(
                Optional.of(cluster.kubeconfig(folder, "", "")),
                Optional.of("elsewhere"),
                Optional.empty(),
                ClusterChoice.DEFAULT_PATIENCE);
        ClusterException e = assertThrows(ClusterException.class, () -> read(elsewhere));
        assertEquals(ClusterException.Kind.UNREACHABLE, e.kind());
        assertEquals(
                "the cluster's API server http://127.0.0.1:1/ cannot be read: nobody takes the connection",
                e.message());
        assertEquals(List.of(), cluster.asked);
    }

    @ParameterizedTest
    @CsvSource({"'{'", "'- a\n- b'", "'clusters: 7'", "''"})
    void aKubeconfigThatIsNoneIsTold(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("broken"), text);
        ClusterChoice choice = new ClusterChoice(
                Optional.of(file), Optional.empty(), Optional.empty(), ClusterChoice.DEFAULT_PATIENCE);
        ClusterException e = assertThrows(ClusterException.class, () -> read(choice));
        assertEquals(ClusterException.Kind.CONFIGURATION, e.kind(), e.message());
        assertTrue(e.message().contains(file.toString()), e.message());
    }

    @Test
    void aKubeconfigThatIsNotThereIsTold() {
        ClusterChoice choice = new ClusterChoice(
                Optional.of(folder.resolve("none")),
                Optional.empty(),
                Optional.empty(),
                ClusterChoice.DEFAULT_PATIENCE);
        assertEquals(
                ClusterException.Kind.CONFIGURATION,
                assertThrows(ClusterException.class, () -> read(choice)).kind());
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws Exception {
        cluster.answers(WorkloadKind.REPLICA_SET, new Reply.Silent());
        ClusterChoice hasty = new ClusterChoice(
                Optional.of(cluster.kubeconfig(folder, "", "")),
                Optional.empty(),
                Optional.empty(),
                Duration.ofMillis(300));
        assertEquals(
                ClusterException.Kind.UNREACHABLE,
                assertThrows(ClusterException.class, () -> read(hasty)).kind());
    }

    @Test
    void anEndlessListIsGivenUp() throws Exception {
        cluster.answers(
                WorkloadKind.REPLICA_SET, new Reply.Endless(Response.of(200, "application/json", " ".repeat(1 << 16))));
        ClusterException e = assertThrows(ClusterException.class, this::read);
        assertEquals(ClusterException.Kind.MALFORMED, e.kind());
        assertTrue(e.message().contains("128 MiB"), e.message());
    }
}
