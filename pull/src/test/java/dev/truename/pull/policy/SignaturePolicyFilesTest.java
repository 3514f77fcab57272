package dev.truename.pull.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.truename.names.config.HostEnvironment;
import dev.truename.names.config.Origin;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.PullFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignaturePolicyFilesTest {
    private static final Qualified IMAGE = Qualified.parse("a.io/app:1");

    @TempDir
    private Path folder;

    private Path user;
    private Path system;

    @BeforeEach
    void folders() throws IOException {
        user = Files.createDirectories(folder.resolve("home/.config/containers"))
                .resolve("policy.json");
        system = Files.createDirectories(folder.resolve("etc/containers")).resolve("policy.json");
    }

    private PolicyRuling ruling() {
        HostEnvironment host =
                new HostEnvironment(Map.of(), folder.resolve("home"), 1000, folder.resolve("etc"), folder, folder);
        return SignaturePolicyFiles.of(host).ruling(IMAGE);
    }

    private static PolicyRuling unverified(String source, String detail) {
        return new PolicyRuling.Refused(new PullFailure.Unverified(source, detail));
    }

    private static void write(Path file, String type) throws IOException {
        Files.writeString(file, "{\"default\": [{\"type\": \"" + type + "\"}]}");
    }

    @Test
    void whereThereIsNoneEverythingIsAccepted() {
        assertEquals(new PolicyRuling.Accepted(), ruling());
        assertEquals(new PolicyRuling.Accepted(), SignaturePolicyFiles.NONE.ruling(IMAGE));
    }

    @Test
    void theUsersCountsInThePlaceOfTheSystems() throws IOException {
        write(system, "reject");
        assertEquals(
                new PolicyRuling.Refused(
                        new PullFailure.Blocked(system + ":1", "this policy rejects a.io/app:1 (default)")),
                ruling());
        write(user, "insecureAcceptAnything");
        assertEquals(new PolicyRuling.Accepted(), ruling());
        write(user, "sigstoreSigned");
        assertEquals(
                unverified(
                        user + ":1",
                        "this policy wants a.io/app:1 signed (default) by sigstoreSigned, and such signatures are not"
                                + " verified here"),
                ruling());
    }

    @Test
    void oneOfItsRequirementsThatRejectsOrCannotBeMetIsEnough() throws IOException {
        Files.writeString(user, """
                {"default": [{"type": "signedBy", "keyType": "GPGKeys", "keyPath": "/k"},
                             {"type": "reject"}]}""");
        assertInstanceOf(PullFailure.Blocked.class, ((PolicyRuling.Refused) ruling()).failure());
        Files.writeString(user, """
                {"default": [{"type": "signedBy", "keyType": "GPGKeys", "keyPath": "/k"},
                             {"type": "signedBaseLayer", "baseLayerIdentity": {"type": "matchExact"}}]}""");
        assertEquals(
                unverified(
                        user + ":1",
                        "this policy wants a.io/app:1 signed (default) by signedBaseLayer, which no program verifies"),
                ruling());
    }

    @Test
    void whatItWantsSignedIsToldWithItsLines() throws IOException {
        Files.writeString(user, """
                {
                  "default": [{"type": "reject"}],
                  "transports": {
                    "docker": {
                      "a.io/app": [
                        {"type": "insecureAcceptAnything"},
                        {"type": "signedBy", "keyType": "GPGKeys", "keyPaths": ["/k1", "/k2"]},
                        {"type": "signedBy", "keyType": "GPGKeys", "keyData": "a2V5",
                         "signedIdentity": {"type": "remapIdentity", "prefix": "a.io", "signedPrefix": "b.io/x"}}
                      ]
                    }
                  }
                }""");
        PolicyRuling.Signed signed = assertInstanceOf(PolicyRuling.Signed.class, ruling());
        assertEquals(new Origin(user, 5), signed.origin());
        assertEquals("docker: \"a.io/app\"", signed.scope());
        assertEquals(2, signed.requirements().size());
        Requirement.SignedBy files = signed.requirements().getFirst();
        assertEquals(List.of(Path.of("/k1"), Path.of("/k2")), files.keyFiles());
        assertEquals(new SignedIdentity.RepoDigestOrExact(), files.identity());
        assertEquals(7, files.line());
        Requirement.SignedBy data = signed.requirements().getLast();
        assertEquals("a2V5", data.keyData());
        assertEquals(new SignedIdentity.Remapped("a.io", "b.io/x"), data.identity());
        assertEquals(8, data.line());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"type\": \"signedBy\" | this has no \"keyType\"",
                "\"type\": \"signedBy\", \"keyType\": \"GPG\" | \"keyType\" is no type of keys that the format knows",
                "\"type\": \"signedBy\", \"keyType\": \"GPGKeys\" | this must have exactly one of keyPath, keyPaths and"
                        + " keyData",
                "\"type\": \"signedBy\", \"keyType\": \"GPGKeys\", \"keyPath\": \"/k\", \"keyData\": \"a2V5\" | this"
                        + " must have exactly one of keyPath, keyPaths and keyData",
                "\"type\": \"signedBy\", \"keyType\": \"GPGKeys\", \"keyPath\": \"\" | \"keyPath\" is empty",
                "\"type\": \"signedBy\", \"keyType\": \"GPGKeys\", \"keyPath\": null | \"keyPath\" is not a string",
                "\"type\": \"signedBy\", \"keyType\": \"GPGKeys\", \"keyPaths\": [] | \"keyPaths\" names no file",
                "\"type\": \"signedBy\", \"keyType\": \"GPGKeys\", \"keyData\": \"!\" | \"keyData\" is not base64",
                "\"type\": \"signedBy\", \"keyType\": \"GPGKeys\", \"keyPath\": \"/k\", \"keypath\": \"/k\" | this has"
                        + " a member that the format does not know; it may have keyData, keyPath, keyPaths, keyType,"
                        + " signedIdentity, type",
                "\"type\": \"signedBy\", \"keyType\": \"GPGKeys\", \"keyPath\": \"/k\", \"signedIdentity\": {\"type\":"
                        + " \"matchAny\"} | \"type\" is no identity that the format knows",
                "\"type\": \"signedBy\", \"keyType\": \"GPGKeys\", \"keyPath\": \"/k\", \"signedIdentity\": {\"type\":"
                        + " \"exactReference\", \"dockerReference\": \"a.io/b\"} | \"dockerReference\" is not the name of an"
                        + " image with a tag or digest",
                "\"type\": \"signedBy\", \"keyType\": \"GPGKeys\", \"keyPath\": \"/k\", \"signedIdentity\": {\"type\":"
                        + " \"exactRepository\", \"dockerRepository\": \"A/\"} | \"dockerRepository\" is not the name of a"
                        + " repository",
                "\"type\": \"signedBy\", \"keyType\": \"GPGKeys\", \"keyPath\": \"/k\", \"signedIdentity\": {\"type\":"
                        + " \"remapIdentity\", \"prefix\": \"a.io/b:1\", \"signedPrefix\": \"b.io\"} | \"prefix\" has a tag or"
                        + " digest",
                "\"type\": \"reject\", \"why\": 1 | this has a member that the format does not know; it may have type",
            })
    void aMistakeIsToldWithItsLineWhereverItIs(String requirement, String told) throws IOException {
        Files.writeString(
                user,
                "{\n\"default\": [{\"type\": \"insecureAcceptAnything\"}],\n\"transports\": {\"docker-daemon\": {\"\":\n[{"
                        + requirement + "}]}}}");
        assertEquals(unverified(user + ":4", "the signature policy cannot be used: " + told), ruling());
    }

    @Test
    void onePolicyThatCannotBeUsedAcceptsNothing() throws IOException {
        Files.writeString(user, "{");
        write(system, "insecureAcceptAnything");
        assertEquals(
                unverified(
                        user.toString(),
                        "the signature policy cannot be used: it is not valid JSON, or nested too deep (line 1 column"
                                + " 2)"),
                ruling());
        Files.delete(user);
        Files.createDirectory(user);
        assertEquals(unverified(user.toString(), "the signature policy cannot be used: it cannot be read"), ruling());
    }

    @Test
    void onePolicyThatIsTooLargeAcceptsNothing() throws IOException {
        Files.write(user, new byte[(4 << 20) + 1]);
        assertEquals(
                unverified(user.toString(), "the signature policy cannot be used: it is larger than 4 MiB"), ruling());
    }

    @Test
    void theUsersRegistriesFolderCountsInThePlaceOfTheSystems() throws IOException {
        Path home = folder.resolve("home");
        Path etc = folder.resolve("etc");
        HostEnvironment host = new HostEnvironment(Map.of(), home, 1000, etc, folder, folder);
        HostEnvironment root = new HostEnvironment(Map.of(), home, 0, etc, folder, folder);
        assertEquals(
                etc.resolve("containers/registries.d"),
                SignatureStorage.of(host).folder());
        Path own = Files.createDirectory(home.resolve(".config/containers/registries.d"));
        assertEquals(own, SignatureStorage.of(host).folder());
        assertEquals(
                home.resolve(".local/share/containers/sigstore"),
                SignatureStorage.of(host).otherwise());
        assertEquals(
                Path.of("/var/lib/containers/sigstore"),
                SignatureStorage.of(root).otherwise());
    }
}
