package dev.truename.pull.pull;

import static dev.truename.pull.pull.PullFixture.kind;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.pull.policy.SignaturePolicyFiles;
import dev.truename.pull.policy.SignatureStorage;
import dev.truename.pull.pull.PullSettings.Platforms;
import dev.truename.pull.real.Commands;
import dev.truename.pull.real.Gpg;
import dev.truename.pull.real.RealRegistry;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.Layer;
import dev.truename.testkit.content.Platform;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.content.TestIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Images that skopeo has signed on their way into Debian's registry, pulled under a policy that wants them signed.
/// Each verdict is held against skopeo's own.
@Timeout(300)
class SignedPullIT {
    @TempDir
    static Path shared;

    private static Gpg gpg;
    private static TestRegistry origin;
    private static RealRegistry registry;
    private static Path lookaside;
    private static String digest;

    @TempDir
    Path folder;

    private PullFixture fixture;

    @BeforeAll
    static void sign() throws IOException {
        Commands.need("skopeo", "docker-registry", "gpg");
        lookaside = Files.createDirectory(shared.resolve("lookaside"));
        registriesFolder("registries.d", "file://" + lookaside);
        Files.writeString(shared.resolve("anything.json"), "{\"default\": [{\"type\": \"insecureAcceptAnything\"}]}");
        gpg = new Gpg();
        gpg.create("rsa@example.com", "rsa2048");
        gpg.create("ed@example.com", "ed25519");
        gpg.create("other@example.com", "rsa2048");
        gpg.export(shared.resolve("keys.asc"), "rsa@example.com", "ed@example.com");
        gpg.export(shared.resolve("rsa.asc"), "rsa@example.com");
        gpg.export(shared.resolve("other.asc"), "other@example.com");
        origin = TestRegistry.start();
        origin.push("app", "1", TestImage.of("signed"));
        origin.push("app", "2", TestImage.of("not signed"));
        origin.push("many", "1", TestIndex.of(image(Platform.AMD64, "amd"), image(Platform.ARM64, "arm")));
        registry = RealRegistry.start(Files.createDirectory(shared.resolve("registry")));
        copy(origin.host() + "/app:1", "team/app:1", "rsa@example.com");
        copy(origin.host() + "/app:1", "team/ed:1", "ed@example.com");
        copy(origin.host() + "/app:1", "team/other:1", "other@example.com");
        copy(origin.host() + "/app:1", "team/both:1", "other@example.com");
        copy(registry.host() + "/team/both:1", "team/both:1", "rsa@example.com"); // beside the one that it has
        copy(origin.host() + "/app:2", "team/app:2", "");
        copy(origin.host() + "/many:1", "team/one:1", "rsa@example.com");
        copy(origin.host() + "/many:1", "team/all:1", "rsa@example.com", "--all");
        digest = origin.manifest("app", "1").orElseThrow().digest();
    }

    private static TestImage image(Platform platform, String text) {
        return TestImage.builder()
                .platform(platform)
                .layer(Layer.file("text", text))
                .build();
    }

    private static Path registriesFolder(String name, String url) throws IOException {
        Path made = Files.createDirectories(shared.resolve(name));
        Files.writeString(made.resolve("default.yaml"), """
                # where signatures are
                default-docker:
                  lookaside: %1$s
                  lookaside-staging: %1$s
                """.formatted(url));
        return made;
    }

    private static void copy(String from, String to, String signer, String... more) {
        StringBuilder command = new StringBuilder("GNUPGHOME=" + gpg.home() + " skopeo --policy "
                + shared.resolve("anything.json") + " --registries.d " + shared.resolve("registries.d") + " copy");
        command.append(" --quiet --src-tls-verify=false --dest-tls-verify=false ")
                .append(String.join(" ", more));
        if (!signer.isEmpty()) {
            command.append(" --sign-by ").append(gpg.fingerprint(signer));
        }
        command.append(" docker://" + from + " docker://" + registry.host() + "/" + to);
        Commands.run("sh", "-c", command.toString());
    }

    @AfterAll
    static void close() {
        registry.close();
        origin.close();
        gpg.close();
    }

    @BeforeEach
    void open() throws IOException {
        fixture = new PullFixture(folder).registry(registry.host());
    }

    private String signedBy(String keys, String identity) {
        String more = identity.isEmpty() ? "" : ", \"signedIdentity\": {" + identity.replace('\'', '"') + "}";
        return "{\"type\": \"signedBy\", \"keyType\": \"GPGKeys\", \"keyPath\": \"" + shared.resolve(keys) + "\"" + more
                + "}";
    }

    private Path policy(String requirements) throws IOException {
        return Files.writeString(
                folder.resolve("policy.json"),
                "{\"default\": [{\"type\": \"reject\"}],\n\"transports\": {\"docker\": {\"" + registry.host() + "\":\n["
                        + requirements + "]}}}");
    }

    /// Pulls, and has skopeo copy the same.
    private PullOutcome pull(String requirements, String name, Path registries) throws IOException {
        Path policy = policy(requirements);
        fixture.signatures = new SignaturePolicyFiles(
                List.of(policy), new SignatureStorage(List.of(registries), folder.resolve("none")));
        PullOutcome outcome = fixture.pull(registry.host() + "/" + name);
        assertEquals(
                skopeo(policy, name, registries),
                outcome instanceof PullOutcome.Pulled,
                () -> "skopeo decides otherwise: " + outcome);
        return outcome;
    }

    private boolean skopeo(Path policy, String name, Path registries) {
        String all = fixture.platforms instanceof Platforms.All ? " --all" : "";
        String said = Commands.run(
                "sh",
                "-c",
                "skopeo --policy " + policy + " --registries.d " + registries
                        + " --override-os linux --override-arch amd64 copy" + all
                        + " --quiet --src-tls-verify=false --remove-signatures docker://" + registry.host() + "/" + name
                        + " oci:" + folder.resolve("skopeo") + " 2>&1 && echo accepted || echo refused");
        return said.strip().endsWith("accepted");
    }

    private String refusal(PullOutcome outcome) throws IOException {
        PullOutcome.Failed failed = assertInstanceOf(PullOutcome.Failed.class, outcome);
        assertEquals("Unverified", kind(failed), () -> failed.toString());
        assertEquals(List.of(), fixture.store.images());
        return failed.mostTelling().failure().source().replace(folder + "/", "") + ": "
                + failed.mostTelling().failure().detail().replace(registry.host(), "HOST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "team/app:1 | keys.asc | ``",
                "team/ed:1 | keys.asc | ``",
                "team/both:1 | rsa.asc | ``",
                "team/app:1 | rsa.asc | 'type': 'matchExact'",
                "team/app:1 | rsa.asc | 'type': 'matchRepository'",
                "team/app:1 | rsa.asc | 'type': 'exactReference', 'dockerReference': 'HOST/team/app:1'",
                "team/app:1 | rsa.asc | 'type': 'exactRepository', 'dockerRepository': 'HOST/team/app'",
                "team/app:1 | rsa.asc | 'type': 'remapIdentity', 'prefix': 'quay.io', 'signedPrefix': 'docker.io'",
                "team/app@DIGEST | rsa.asc | ``",
                "team/one:1 | rsa.asc | ``",
                "team/all:1 | rsa.asc | ``",
            })
    void whatIsSignedIsPulled(String name, String keys, String identity) throws IOException {
        PullOutcome outcome = pull(
                signedBy(keys, identity.replace("HOST", registry.host())),
                name.replace("DIGEST", digest),
                shared.resolve("registries.d"));
        assertInstanceOf(PullOutcome.Pulled.class, outcome, outcome::toString);
        assertEquals(1, fixture.store.images().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "team/app:2 | keys.asc | `` | there is no signature for sha256:",
                "team/other:1 | keys.asc | `` | its signature does not count: it is by key ",
                "team/app:1 | other.asc | `` | which is not one that the policy names",
                "team/app:1 | none.asc | `` | cannot be read",
                "team/app@DIGEST | rsa.asc | 'type': 'matchExact' | it is for another name, \"HOST/team/app:1\"",
                "team/app:1 | rsa.asc | 'type': 'exactReference', 'dockerReference': 'HOST/team/app:2' | it is for"
                        + " another name",
                "team/app:1 | rsa.asc | 'type': 'exactRepository', 'dockerRepository': 'HOST/team' | it is for another"
                        + " name",
                "team/app:1 | rsa.asc | 'type': 'remapIdentity', 'prefix': 'HOST', 'signedPrefix': 'quay.io' | it is"
                        + " for another name",
            })
    void whatIsNotSignedSoIsRefused(String name, String keys, String identity, String told) throws IOException {
        PullOutcome outcome = pull(
                signedBy(keys, identity.replace("HOST", registry.host())),
                name.replace("DIGEST", digest),
                shared.resolve("registries.d"));
        String refusal = refusal(outcome);
        assertTrue(refusal.startsWith("policy.json:3: "), refusal);
        assertTrue(refusal.contains(told), refusal);
    }

    @Test
    void eachRequirementHasToBeMet() throws IOException {
        Path registries = shared.resolve("registries.d");
        String both = signedBy("rsa.asc", "") + ",\n" + signedBy("other.asc", "");
        assertInstanceOf(PullOutcome.Pulled.class, pull(both, "team/both:1", registries));
        fixture.store.remove(fixture.store.images());
        String refusal = refusal(pull(both, "team/app:1", registries));
        assertTrue(refusal.startsWith("policy.json:4: "), refusal);
    }

    @Test
    void eachImageThatIsPulledHasToBeSigned() throws IOException {
        fixture.platforms = new Platforms.All();
        Path registries = shared.resolve("registries.d");
        assertInstanceOf(PullOutcome.Pulled.class, pull(signedBy("rsa.asc", ""), "team/all:1", registries));
        fixture.store.remove(fixture.store.images());
        Path some = Files.createDirectory(folder.resolve("some"));
        Commands.run("cp", "-r", lookaside + "/team", some.toString());
        for (TestImage image : List.of(image(Platform.ARM64, "arm"))) {
            Commands.run(
                    "rm", "-r", some + "/team/all@" + image.manifest().digest().replace(':', '='));
        }
        refusal(pull(signedBy("rsa.asc", ""), "team/all:1", registriesFolder("some.d", "file://" + some)));
        fixture.platforms = PullFixture.HOST;
        assertInstanceOf(
                PullOutcome.Pulled.class, pull(signedBy("rsa.asc", ""), "team/all:1", shared.resolve("some.d")));
    }

    /// What a lookaside can do wrong, or do to us.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cp A B",
                "printf x >> A",
                "head -c 100 A > B && cp B A",
                "printf '<html>' > A",
                "printf '<html>' > B",
                ": > A",
                "cp ../ed@*/signature-1 A",
                "rm A",
                "cp A B && rm A",
                "printf '\\000simple-signing\\n' | cat - A > B && mv B A",
                "printf '\\000sigstore-json\\n{}' > B",
                "printf '\\000unknown\\n' > B",
                "for i in $(seq 2 127); do cp A signature-$i; done",
                "for i in $(seq 2 128); do cp A signature-$i; done",
                "cp ../other@*/signature-1 B && mv A signature-3 && mv B A && mv signature-3 B",
            })
    void theVerdictIsSkopeosWhateverTheLookasideHolds(String change) throws IOException {
        Path changed = Files.createDirectory(folder.resolve("changed"));
        Commands.run("cp", "-r", lookaside + "/team", changed.toString());
        Commands.run(
                "sh",
                "-c",
                "cd " + changed + "/team/app@" + digest.replace(':', '=') + " && "
                        + change.replace("A", "signature-1").replace("B", "signature-2"));
        Path registries =
                registriesFolder("changed-" + Integer.toHexString(change.hashCode()) + ".d", "file://" + changed);
        PullOutcome outcome = strict(change)
                ? pullAlone(signedBy("rsa.asc", ""), registries)
                : pull(signedBy("rsa.asc", ""), "team/app:1", registries);
        if (strict(change)) {
            assertInstanceOf(PullOutcome.Failed.class, outcome, outcome::toString);
        }
    }

    /// GnuPG does not mind what stands behind compressed data, nor an older skopeo how many signatures there are.
    private static boolean strict(String change) {
        return change.startsWith("printf x") || change.contains("seq 2 128");
    }

    private PullOutcome pullAlone(String requirements, Path registries) throws IOException {
        fixture.signatures = new SignaturePolicyFiles(
                List.of(policy(requirements)), new SignatureStorage(List.of(registries), folder.resolve("none")));
        return fixture.pull(registry.host() + "/team/app:1");
    }
}
