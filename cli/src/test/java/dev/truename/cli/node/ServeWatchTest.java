package dev.truename.cli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.truename.cli.CommandProcess;
import dev.truename.cli.CommandRun;
import dev.truename.cli.Host;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cri.client.UnixChannel;
import dev.truename.cri.v1.ImageServiceGrpc;
import dev.truename.cri.v1.ImageServiceGrpc.ImageServiceBlockingStub;
import dev.truename.cri.v1.ImageSpec;
import dev.truename.cri.v1.ImageStatusRequest;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.TestImage;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a real service tells: its log, `truename status`, metrics and health.
@Timeout(120)
class ServeWatchTest {
    private static final int MESSAGE = 4 << 20;
    private static final Path PACKAGING = Path.of("..", "packaging");

    /// In a query: behind a name of a metric stand labels, a range or a closing parenthesis.
    private static final Pattern METRIC = Pattern.compile("\\btruename_[a-z_]+(?=[{)\\[])");

    private final TestRegistry registry = TestRegistry.start();

    @TempDir
    private Path folder;

    private Host host;
    private Path socket;

    @BeforeEach
    void configure() {
        host = new Host(folder);
        socket = folder.resolve("t.sock");
        good();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private void good() {
        host = host.with("""
                [[registry]]
                location = "%1$s"
                insecure = true
                [aliases]
                "app" = "%1$s/team/app"
                "gone" = "%1$s/team/gone"
                """.formatted(registry.host()));
    }

    private static ImageSpec spec() {
        return ImageSpec.newBuilder().setImage("app:1").build();
    }

    private static String pull(ImageServiceBlockingStub images) {
        return pull(images, "app:1");
    }

    private static String pull(ImageServiceBlockingStub images, String image) {
        ImageSpec spec = ImageSpec.newBuilder().setImage(image).build();
        return images.pullImage(PullImageRequest.newBuilder().setImage(spec).build())
                .getImageRef();
    }

    /// What rules, alerts and the dashboard ask for of the service, and a scrape does not have.
    private static Set<String> asked(String scrape) throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String file : List.of(
                "prometheus/truename-rules.yaml",
                "prometheus/truename-alerts.yaml",
                "grafana/truename-dashboard.json")) {
            Matcher names = METRIC.matcher(Files.readString(PACKAGING.resolve(file)));
            while (names.find()) {
                missing.add(names.group());
            }
        }
        assertTrue(missing.size() > 30, missing::toString);
        missing.removeIf(name -> scrape.contains("\n" + name + " ") || scrape.contains("\n" + name + "{"));
        return missing;
    }

    private CommandRun status(String more) {
        return host.run("status --socket " + socket + more);
    }

    private JsonObject state() {
        return JsonParser.parseString(status(" --json").out()).getAsJsonObject();
    }

    private static String get(String url) throws IOException {
        URLConnection connection = URI.create(url).toURL().openConnection();
        try (var in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<JsonObject> log(String event) throws IOException {
        return Files.readAllLines(host.folder().resolve("stderr")).stream()
                .filter(line -> line.startsWith("{")) // the JVM has its own lines
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(line -> line.get("event").getAsString().equals(event))
                .toList();
    }

    @Test
    @DisplayName("log, status, metrics and health agree, also about a file that turns bad and is mended")
    void tells() throws Exception {
        TestImage image = TestImage.of("app");
        registry.push("team/app", "1", image);
        try (CommandProcess serve =
                        CommandProcess.start(host, "serve --log-format json --metrics 0 --socket " + socket);
                UnixChannel channel = UnixChannel.to(socket, MESSAGE)) {
            ImageServiceBlockingStub images =
                    ImageServiceGrpc.newBlockingStub(channel.channel()).withWaitForReady();
            var _ = images.imageStatus(
                    ImageStatusRequest.newBuilder().setImage(spec()).build());
            assertEquals(image.config().digest(), pull(images));

            JsonObject state = state();
            assertTrue(state.get("ready").getAsBoolean());
            String snapshot = state.getAsJsonObject("snapshot").get("id").getAsString();
            String metrics = state.get("metrics").getAsString();
            assertEquals("ready\n", get(metrics.replace("/metrics", "/readyz")));
            String scrape = get(metrics);
            assertTrue(scrape.contains("truename_pulls_total{outcome=\"done\"} 1.0\n"), scrape);
            assertTrue(scrape.contains("truename_snapshot_info{id=\"" + snapshot + "\""), scrape);
            assertTrue(scrape.contains("truename_ready 1.0\n"), scrape);
            CommandRun text = status("");
            assertEquals(ExitCode.DONE, text.exit(), text.err());
            assertTrue(text.out().contains("configuration " + snapshot + ": in force for "), text.out());

            JsonObject pulled = log("pulled").getFirst();
            assertEquals(snapshot, pulled.get("snapshot").getAsString());
            assertEquals(
                    registry.host() + "/team/app:1", pulled.get("reference").getAsString());
            assertEquals(
                    host.main() + ":5", log("resolved").getFirst().get("origin").getAsString());

            host.with("unqualified-search-registries = 7");
            while (status("").exit() != ExitCode.CONFIGURATION) {
                Thread.onSpinWait();
            }
            assertTrue(
                    status("").out().contains("\n  registries.conf:1: "),
                    status("").out());
            assertTrue(get(metrics).contains("truename_configuration_rejected 1.0\n"));
            assertEquals(
                    host.main().toString(),
                    log("configuration-error").getFirst().get("file").getAsString());
            assertEquals(image.config().digest(), pull(images), "pulls go on");

            assertThrows(StatusRuntimeException.class, () -> pull(images, "gone:1"));
            assertEquals(Set.of(), asked(get(metrics)));

            good();
            while (status("").exit() != ExitCode.DONE) {
                Thread.onSpinWait();
            }
            assertEquals(snapshot, state().getAsJsonObject("snapshot").get("id").getAsString());

            serve.signal("TERM");
            assertEquals(0, serve.status());
        }
        CommandRun gone = status("");
        assertEquals(ExitCode.UNREACHABLE, gone.exit());
        assertTrue(gone.err().contains("no node service answers on t.sock"), gone.err());
    }
}
