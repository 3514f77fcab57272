package dev.truename.cli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cli.CommandProcess;
import dev.truename.cli.CommandRun;
import dev.truename.cli.Host;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cri.client.UnixChannel;
import dev.truename.cri.server.ListeningSocket;
import dev.truename.cri.server.SocketPlace;
import dev.truename.cri.v1.ImageServiceGrpc;
import dev.truename.cri.v1.ImageServiceGrpc.ImageServiceBlockingStub;
import dev.truename.cri.v1.ImageSpec;
import dev.truename.cri.v1.ImageStatusRequest;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.fault.Faults;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.http.Gate;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class ServeCommandTest {
    private static final int MESSAGE = 4 << 20;

    private final TestRegistry registry = TestRegistry.start();

    @TempDir
    private Path folder;

    private Host host;
    private Path socket;

    @BeforeEach
    void configure() {
        host = new Host(folder);
        socket = folder.resolve("t.sock");
        alias("team/one");
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private void alias(String repository) {
        host = host.with("""
                short-name-mode = "enforcing"
                unqualified-search-registries = ["a.example", "b.example"]
                [[registry]]
                location = "%1$s"
                insecure = true
                [aliases]
                "app" = "%1$s/%2$s"
                """.formatted(registry.host(), repository));
    }

    private String push(String repository) {
        TestImage image = TestImage.of(repository);
        registry.push(repository, "1", image);
        return image.config().digest();
    }

    private static ImageSpec spec(String image) {
        return ImageSpec.newBuilder().setImage(image).build();
    }

    private static String pull(ImageServiceBlockingStub images, String image) {
        return images.pullImage(
                        PullImageRequest.newBuilder().setImage(spec(image)).build())
                .getImageRef();
    }

    private static String status(ImageServiceBlockingStub images, String image) {
        return images.imageStatus(
                        ImageStatusRequest.newBuilder().setImage(spec(image)).build())
                .getImage()
                .getId();
    }

    @Test
    void servesUntilItIsToldToEnd() throws Exception {
        String one = push("team/one");
        String two = push("team/two");
        try (CommandProcess serve = CommandProcess.start(host, "serve --metrics 0 --grace 5s --socket " + socket);
                UnixChannel channel = UnixChannel.to(socket, MESSAGE)) {
            ImageServiceBlockingStub images =
                    ImageServiceGrpc.newBlockingStub(channel.channel()).withWaitForReady();
            assertEquals("", status(images, "app:1"));
            assertEquals(one, pull(images, "app:1"));
            assertEquals(one, status(images, "app:1"));

            StatusRuntimeException ambiguous =
                    assertThrows(StatusRuntimeException.class, () -> pull(images, "other:1"));
            assertEquals(Status.Code.FAILED_PRECONDITION, ambiguous.getStatus().getCode());
            String told = String.valueOf(ambiguous.getStatus().getDescription());
            assertTrue(told.contains("a.example/other:1 (" + host.main() + ":2)"), told);

            alias("team/two");
            serve.signal("HUP");
            while (!status(images, "app:1").isEmpty()) { // until the new configuration is in force
                Thread.onSpinWait();
            }
            assertEquals(two, pull(images, "app:1"));

            serve.signal("TERM");
            assertEquals(0, serve.status());
            assertFalse(Files.exists(socket, LinkOption.NOFOLLOW_LINKS));
        }
    }

    /// As systemd hands it over with `StandardInput=socket`.
    @Test
    void takesASocketThatIsItsStandardInput() throws Exception {
        String one = push("team/one");
        List<String> listening = List.of("perl", "-MSocket", "-e", """
                socket(S, PF_UNIX, SOCK_STREAM, 0) && bind(S, sockaddr_un(shift)) && listen(S, 64) or die $!;
                open(STDIN, "<&S") or die $!;
                exec @ARGV;
                """, socket.toString());
        try (CommandProcess serve = CommandProcess.start(listening, host, "serve --metrics off");
                UnixChannel channel = UnixChannel.to(socket, MESSAGE)) {
            ImageServiceBlockingStub images =
                    ImageServiceGrpc.newBlockingStub(channel.channel()).withWaitForReady();
            assertEquals(one, pull(images, "app:1"));
            assertTrue(host.run("status --socket " + socket).out().contains("at t.sock: ready"));
            serve.signal("TERM");
            assertEquals(0, serve.status());
        }
        assertTrue(Files.exists(socket, LinkOption.NOFOLLOW_LINKS), "it is whoever's who made it");
    }

    @Test
    void leavesNothingWhereItDoesNotStart() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandRun run = host.run("serve --socket " + socket + " --metrics " + taken.getLocalPort());
            assertEquals(ExitCode.FAILURE, run.exit());
            assertTrue(run.err().contains("metrics cannot be served at"), run.err());
        }
        assertFalse(Files.exists(socket, LinkOption.NOFOLLOW_LINKS));
    }

    /// As systemd does with `StandardInput=socket`: the socket listens already, is the process's standard input, and
    /// stays. To close it would close standard error, too, as Java has it.
    @Test
    void servesTheSocketThatItsStarterHasOpened() throws Exception {
        String id = push("team/one");
        Gate gate = new Gate();
        registry.inject(RequestMatcher.blobs(), Faults.trickle(gate, 1 << 20));
        List<String> starter = List.of("perl", "-MSocket", "-MPOSIX=dup2", "-e", """
                my $s;
                socket($s, AF_UNIX, SOCK_STREAM, 0) && bind($s, pack_sockaddr_un(shift)) && listen($s, 9) or die $!;
                dup2(fileno($s), 0);
                exec @ARGV;
                """, socket.toString());
        try (CommandProcess serve = CommandProcess.start(starter, host, "serve --metrics 0");
                UnixChannel channel = UnixChannel.to(socket, MESSAGE)) {
            ImageServiceBlockingStub images =
                    ImageServiceGrpc.newBlockingStub(channel.channel()).withWaitForReady();
            CompletableFuture<String> pulled = CompletableFuture.supplyAsync(() -> pull(images, "app:1"));
            while (!gate.isWaitedFor()) {
                Thread.onSpinWait();
            }
            serve.signal("TERM");
            while (!log().contains("ending; calls")) {
                Thread.onSpinWait();
            }
            try (UnixChannel late = UnixChannel.to(socket, MESSAGE)) {
                ImageServiceBlockingStub next = ImageServiceGrpc.newBlockingStub(late.channel())
                        .withWaitForReady()
                        .withDeadlineAfter(200, TimeUnit.MILLISECONDS);
                StatusRuntimeException waited = assertThrows(StatusRuntimeException.class, () -> status(next, "app:1"));
                assertEquals(Status.Code.DEADLINE_EXCEEDED, waited.getStatus().getCode(), waited::getMessage);
            }
            gate.open();
            assertEquals(id, pulled.join());
            assertEquals(0, serve.status());
            assertTrue(Files.exists(socket, LinkOption.NOFOLLOW_LINKS));
            assertTrue(log().contains(" done: " + registry.host() + "/team/one:1 from "), this::log);
        }
    }

    private String log() {
        try {
            return Files.readString(host.folder().resolve("stderr"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void saysWhyItDoesNotServeTheSocketThatItWasGiven() throws Exception {
        List<String> starter = List.of("perl", "-MSocket", "-e", """
                socket(S, PF_UNIX, SOCK_STREAM, 0) && bind(S, sockaddr_un(shift)) && listen(S, 9) or die $!;
                open(STDIN, "<&S") or die $!;
                exec @ARGV;
                """, socket.toString());
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                CommandProcess serve = CommandProcess.start(starter, host, "serve --metrics " + taken.getLocalPort())) {
            assertEquals(ExitCode.FAILURE.code(), serve.status());
            assertTrue(log().contains("metrics cannot be served at"), this::log);
        }
        for (String option : List.of("--socket other", "--socket-group root")) {
            Files.deleteIfExists(socket);
            try (CommandProcess serve = CommandProcess.start(starter, host, "serve --metrics off " + option)) {
                assertEquals(ExitCode.USAGE.code(), serve.status());
                assertTrue(log().contains("standard input"), this::log);
            }
        }
    }

    /// As systemd waits for it with `Type=notify`. Whoever is told may send a hang-up at once.
    @Test
    void tellsItsStarterWhenItAnswersAndWhenItEnds() throws Exception {
        Path notify = folder.resolve("notify");
        List<String> starter = List.of("env", "--default-signal=INT", "NOTIFY_SOCKET=" + notify);
        try (NotifySocket told = NotifySocket.at(notify.toString());
                CommandProcess serve = CommandProcess.start(starter, host, "serve --metrics off --socket " + socket)) {
            assertEquals("READY=1", told.line());
            serve.signal("HUP");
            assertEquals("STATUS=serving images on " + socket, told.line());
            assertEquals(ExitCode.DONE, host.run("status --socket " + socket).exit());
            serve.signal("TERM");
            assertEquals("STOPPING=1", told.line());
            assertEquals(0, serve.status());
        }
    }

    @Test
    void isTheOnlyOneOnItsSocket() throws IOException {
        try (ListeningSocket _ = ListeningSocket.bind(SocketPlace.of(socket))) {
            CommandRun second = host.run("serve --socket " + socket);
            assertEquals(ExitCode.FAILURE, second.exit());
            assertTrue(second.err().contains("another truename serve listens there"), second.err());
        }
    }

    @Test
    void doesNotStartWithAConfigurationThatCannotBeUsed() {
        host.with("unqualified-search-registries = 7");
        CommandRun run = host.run("serve --socket " + socket);
        assertEquals(ExitCode.CONFIGURATION, run.exit());
        assertTrue(run.err().contains("registries.conf:1"), run.err());
        assertFalse(Files.exists(socket, LinkOption.NOFOLLOW_LINKS));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "--progress-timeout 5, no time",
        "--progress-timeout 5x, no time",
        "--grace s, no time",
        "--parallel-pulls 0, a number from 1",
        "--pinned *x, no pattern of images",
        "--upstream containerd.sock, no unix socket",
        "--search-fallback never, --search-fallback",
        "--upstream /r.sock --search-fallback any, --search-fallback has no effect with --upstream",
        "--upstream /r.sock --pinned a, --pinned has no effect with --upstream",
        "--upstream /r.sock --no-fsync, --no-fsync has no effect with --upstream",
        "--metrics 0.0.0.0:9470, other machines would read it",
        "--metrics x, no port",
        "--log-format xml, 'text, journal or json'",
        "--log-level loud, 'error, warning, info or debug'",
    })
    void refusesWhatItCannotMean(String options, String told) {
        CommandRun run = host.run("serve --socket " + socket + " " + options);
        assertEquals(ExitCode.USAGE, run.exit(), run.err());
        assertTrue(run.err().contains(told), run.err());
    }
}
