package dev.truename.cli.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cli.CommandRun;
import dev.truename.cli.Host;
import dev.truename.cli.spec.ExitCode;
import dev.truename.testkit.ClosedPort;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.access.Denial;
import dev.truename.testkit.content.Manifest;
import dev.truename.testkit.content.Platform;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.content.TestIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pulls and what follows, on registries of the testkit.
class ImageCommandsTest {
    private final TestRegistry first = TestRegistry.start();
    private final TestRegistry second = TestRegistry.start();
    private final ClosedPort nobody = ClosedPort.reserve();

    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void configure() {
        host = new Host(folder).with("""
                unqualified-search-registries = ["first.example", "second.example"]
                [[registry]]
                prefix = "first.example"
                location = "%s"
                insecure = true
                [[registry]]
                prefix = "second.example"
                location = "%s"
                insecure = true
                [[registry]]
                prefix = "down.example"
                location = "%s"
                insecure = true
                [[registry]]
                location = "bad.example"
                blocked = true
                [aliases]
                "mine" = "second.example/my/image"
                """.formatted(first.host(), second.host(), nobody.host()));
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
        nobody.close();
    }

    @Test
    void anAliasIsPulledFromWhereItSays() {
        String digest = second.push("my/image", "latest", TestImage.of("mine"));
        first.push("mine", "latest", TestImage.of("not mine"));
        CommandRun run = host.run("pull mine");
        assertEquals("second.example/my/image:latest@" + digest + "\n", run.out());
        assertEquals(ExitCode.DONE, run.exit());
        assertTrue(first.log().isEmpty());
        assertTrue(run.err().contains("pulled second.example/my/image:latest from " + second.host()), run.err());
        assertTrue(host.run("images").out().startsWith("second.example/my/image:latest  "));
        assertEquals(
                "second.example/my/image:latest\n", host.run("images --quiet").out());
    }

    @ParameterizedTest
    @CsvSource({
        "reject, BLOCKED, blocked, rejects",
        "signedBy, VERIFICATION, unverified, cannot be used: this has no \"keyType\"",
        "sigstoreSigned, VERIFICATION, unverified, such signatures are not verified here",
        "sigstoreSinged, VERIFICATION, unverified, cannot be used"
    })
    void theSignaturePolicyIsKeptTo(String type, ExitCode exit, String kind, String told) throws IOException {
        String digest = second.push("my/image", "latest", TestImage.of("mine"));
        Path policy = folder.resolve(".config/containers/policy.json");
        Files.createDirectories(policy.getParent());
        Files.writeString(
                policy,
                "{\"default\": [{\"type\": \"insecureAcceptAnything\"}], \"transports\": {\"docker\":"
                        + " {\"second.example/my\": [{\"type\": \"" + type + "\"}]}}}");
        CommandRun.Setup here = CommandRun.Setup.in(Map.of("HOME", folder.toString()));
        CommandRun refused = host.run(here, "pull", "mine");
        assertEquals(exit, refused.exit(), refused.err());
        assertTrue(refused.err().contains(told), refused.err());
        assertTrue(second.log().isEmpty());
        assertTrue(host.run(here, "pull", "--json", "mine").out().contains("\"error\":{\"kind\":\"" + kind + "\""));

        CommandRun pulled = host.run(here, "pull", "--quiet", "--ignore-signature-policy", "mine");
        assertEquals("second.example/my/image:latest@" + digest + "\n", pulled.out());
    }

    @Test
    void quietPrintsTheAnswerAlone() {
        String digest = first.push("other", "1", TestImage.of("other"));
        assertEquals(
                new CommandRun(ExitCode.DONE, "first.example/other:1@" + digest + "\n", ""),
                host.run("pull --quiet other:1"));
    }

    @Test
    void aSearchIsToldAndGoesOnOnlyWhereThereIsNoSuchImage() {
        String digest = second.push("other", "latest", TestImage.of("other"));
        CommandRun run = host.run("pull other");
        assertEquals("second.example/other:latest@" + digest + "\n", run.out());
        assertEquals(
                "warning: short name \"other\" has no alias and is searched (registries.conf:1); write"
                        + " first.example/other:latest, or record it: truename alias add other first.example/other",
                run.err().lines().findFirst().orElse(""));
        first.deny("other", Denial.FORBIDDEN);
        CommandRun refused = host.run("pull --quiet other");
        assertEquals(ExitCode.CREDENTIALS, refused.exit());
        assertEquals("", refused.out());
    }

    /// As `skopeo copy docker://... oci:DIR:NAME` writes it.
    @ParameterizedTest
    @ValueSource(strings = {"v1", "A:Name of=its@own"})
    void whatOtherToolsHaveNamedIsFoundUnderThatName(String name) throws IOException {
        String digest = second.push("my/image", "latest", TestImage.of("mine"));
        host.run("pull mine");
        Path index = folder.resolve("store").resolve("index.json");
        Files.writeString(index, Files.readString(index).replace("second.example/my/image:latest", name));
        assertTrue(host.run(CommandRun.Setup.in(Map.of()), "inspect", "--json", name)
                .out()
                .contains(digest));
        assertEquals(
                new CommandRun(ExitCode.DONE, name + "\n", ""), host.run(CommandRun.Setup.in(Map.of()), "rm", name));
        assertEquals("", host.run("images").out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            USAGE         | pull ::                                | invalid-name
            USAGE         | pull --platform x mine                 | usage
            USAGE         | pull --platform a/b --all-platforms x  | usage
            USAGE         | pull --parallel 0 mine                 | usage
            USAGE         | pull --token-server x mine             | usage
            USAGE         | pull --token-server r.example=a.example:443 mine | usage
            UNRESOLVED    | pull --short-name-mode=enforcing x     | ambiguous
            NOT_FOUND     | pull second.example/nothing            | not-found
            NOT_FOUND     | pull nothing                           | not-found
            UNREACHABLE   | pull down.example/x                    | unreachable
            BLOCKED       | pull bad.example/x                     | blocked
            NOT_FOUND     | inspect --local mine                   | not-found
            NOT_FOUND     | inspect mine                           | not-found
            UNREACHABLE   | inspect down.example/x                 | unreachable
            BLOCKED       | inspect bad.example/x                  | blocked
            USAGE         | inspect --raw --config mine            | usage
            NOT_FOUND     | rm mine                                | not-found
            """)
    void failuresHaveExitCodesAndKinds(ExitCode exit, String line, String kind) {
        CommandRun run = host.run(line + " --json");
        assertEquals(exit, run.exit());
        assertTrue(run.out().contains("\"error\":{\"kind\":\"" + kind + "\",\"message\":\""), run.out());
        assertEquals("", run.err());
        CommandRun told = host.run(line);
        assertEquals(exit, told.exit());
        assertEquals("", told.out());
        assertTrue(told.err().contains("truename: "), told.err());
    }

    @Test
    void whoWasAskedInVainIsToldInOnePlace() {
        String failures = "\"failures\":[{\"candidate\":\"first.example/nothing:latest\",\"source\":\"" + first.host()
                + "/nothing:latest\",\"mirror\":false,\"kind\":\"not-found\",\"at\":\"http://" + first.host()
                + "/v2/nothing/manifests/latest\",\"message\":\"the registry has no ";
        String pull = host.run("pull --json nothing").out();
        assertTrue(pull.contains("\"transfer\":null," + failures), pull);
        assertEquals(1, pull.split("\"at\":\"http://" + first.host(), -1).length - 1, pull);
        String inspect = host.run("inspect --json --remote nothing").out();
        assertTrue(
                inspect.contains(
                        "\"fix\":\"Check the name and the tag: truename explain tells where it leads.\"," + failures),
                inspect);
        second.push("nothing", "latest", TestImage.of("something"));
        String pulled = host.run("pull --json nothing").out();
        assertTrue(pulled.contains(failures), pulled);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            other                              | No other registry was tried in its place.
            --search-fallback any other        | Log in to the registry
            first.example/other                | Log in to the registry
            """)
    void itIsToldWhereASearchEndedEarly(String line, String advice) {
        first.deny("other", Denial.FORBIDDEN);
        String told = host.run("pull " + line).err();
        assertTrue(told.contains(advice), told);
        assertEquals(advice.startsWith("No other"), told.contains("No other registry"), told);
    }

    @ParameterizedTest
    @CsvSource({"4, DONE", "5, VERIFICATION"})
    void inspectFollowsIndexesInIndexesToABound(int depth, ExitCode exit) {
        TestImage image = TestImage.of("deep");
        second.push("my/image", image);
        Manifest manifest = image.manifest();
        for (int i = 0; i < depth; i++) {
            manifest = TestIndex.builder()
                    .entry(manifest.descriptor().withPlatform(Platform.AMD64))
                    .build()
                    .manifest();
            second.push("my/image", manifest);
        }
        second.tag("my/image", "latest", manifest.digest());
        CommandRun run = host.run("inspect --remote --platform linux/amd64 mine");
        assertEquals(exit, run.exit(), run.err());
        assertEquals(depth > 4, run.err().contains("more indexes in each other than anybody needs"), run.err());
    }

    @Test
    void severalNamesGoOnAfterAFailure() {
        String digest = second.push("my/image", "latest", TestImage.of("mine"));
        CommandRun run = host.run("pull --quiet second.example/nothing mine");
        assertEquals(ExitCode.NOT_FOUND, run.exit());
        assertEquals("second.example/my/image:latest@" + digest + "\n", run.out());
    }

    @Test
    void aPullAsAnObject() {
        String digest = second.push("my/image", "latest", TestImage.of("mine"));
        CommandRun run = host.run("pull --json mine");
        String start = "{\"input\":\"mine\",\"short\":true,\"resolution\":\"aliased\","
                + "\"origin\":{\"file\":\"registries.conf\",\"line\":18},"
                + "\"reference\":\"second.example/my/image:latest\",\"digest\":\"" + digest + "\",\"images\":[{";
        assertTrue(run.out().startsWith(start), run.out());
        assertTrue(run.out().contains("\"transfer\":{\"fetchedBlobs\":2,"), run.out());
        assertTrue(
                run.out().endsWith("\"failures\":[],\"recorded\":false,\"warnings\":[],\"error\":null}\n"), run.out());
        assertTrue(
                host.run("pull --json mine").out().contains("\"fetchedBlobs\":0,\"fetchedBytes\":0,\"reusedBlobs\":2"));
    }

    @Test
    void anIndexIsInspectedAndPulledForAPlatform() throws NoSuchAlgorithmException {
        TestImage amd64 =
                TestImage.builder().platform(Platform.AMD64).label("a", "b").build();
        TestImage arm64 = TestImage.builder().platform(Platform.ARM64).build();
        String digest = second.push("my/image", "latest", TestIndex.of(amd64, arm64));
        String remote = host.run("inspect mine").out();
        assertTrue(remote.contains("  found in:    " + second.host() + "/my/image\n"), remote);
        assertTrue(remote.contains(arm64.digest() + "  linux/arm64/v8\n"), remote);
        assertEquals(
                arm64.digest(),
                sha256(host.run("inspect --raw --platform=linux/arm64 mine").out()));
        assertTrue(
                host.run("inspect --config --platform=linux/amd64 mine").out().contains("\"a\":\"b\""));
        assertEquals(
                "second.example/my/image:latest@" + digest + "\n",
                host.run("pull --quiet --platform=linux/arm64 mine").out());
        String local =
                host.run("inspect --local --json --platform=linux/arm64 mine").out();
        assertTrue(local.contains("\"where\":\"store\",\"digest\":\"" + arm64.digest() + "\""), local);
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256:" + HexFormat.of().formatHex(hash);
    }

    @Test
    void removedImagesArePruned() {
        second.push("my/image", "latest", TestImage.of("mine"));
        host.run("pull --quiet mine");
        assertEquals("deleted 0 blobs, 0 B\n", host.run("prune").out());
        assertEquals("second.example/my/image:latest\n", host.run("rm mine").out());
        assertEquals("", host.run("images").out());
        assertTrue(host.run("prune --dry-run").out().startsWith("would delete 3 blobs, "));
        assertTrue(host.run("prune --json").out().startsWith("{\"blobs\":3,\"bytes\":"));
        assertEquals("deleted 0 blobs, 0 B\n", host.run("prune").out());
        assertEquals(
                "{\"input\":\"mine\",\"removed\":null,\"error\":{\"kind\":\"not-found\",\"message\":\"there is no image"
                        + " \\\"mine\\\" in store\",\"fix\":\"See which there are: truename images; pull it: truename"
                        + " pull mine\"}}\n",
                host.run("rm --json mine").out());
    }

    @Test
    void nothingIsMadeByLooking() {
        host.run("images");
        host.run("prune");
        host.run("inspect mine");
        assertFalse(folder.resolve("store").toFile().exists());
    }
}
