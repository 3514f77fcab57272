package dev.truename.pull.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.PullFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private Optional<PullFailure> refusal() {
        return SignaturePolicyFiles.of(folder.resolve("home"), folder.resolve("etc"))
                .refusal(IMAGE);
    }

    private static void write(Path file, String type) throws IOException {
        Files.writeString(file, "{\"default\": [{\"type\": \"" + type + "\"}]}");
    }

    @Test
    void whereThereIsNoneEverythingIsAccepted() {
        assertEquals(Optional.empty(), refusal());
        assertEquals(Optional.empty(), SignaturePolicyFiles.NONE.refusal(IMAGE));
    }

    @Test
    void theUsersCountsInThePlaceOfTheSystems() throws IOException {
        write(system, "reject");
        assertEquals(
                Optional.of(new PullFailure.Blocked(system.toString(), "this policy rejects a.io/app:1 (default)")),
                refusal());
        write(user, "insecureAcceptAnything");
        assertEquals(Optional.empty(), refusal());
        write(user, "signedBy");
        assertEquals(
                Optional.of(new PullFailure.Unverified(
                        user.toString(),
                        "this policy wants a.io/app:1 signed (default), and signatures cannot be verified here")),
                refusal());
    }

    @Test
    void onePolicyThatCannotBeUsedAcceptsNothing() throws IOException {
        Files.writeString(user, "{");
        write(system, "insecureAcceptAnything");
        assertEquals(
                Optional.of(new PullFailure.Unverified(
                        user.toString(),
                        "the signature policy cannot be used: it is not valid JSON, or nested too deep (line 1 column"
                                + " 2)")),
                refusal());
        Files.delete(user);
        Files.createDirectory(user);
        assertEquals(
                Optional.of(new PullFailure.Unverified(
                        user.toString(), "the signature policy cannot be used: it cannot be read")),
                refusal());
    }

    @Test
    void onePolicyThatIsTooLargeAcceptsNothing() throws IOException {
        Files.write(user, new byte[(4 << 20) + 1]);
        assertEquals(
                Optional.of(new PullFailure.Unverified(
                        user.toString(), "the signature policy cannot be used: it is larger than 4 MiB")),
                refusal());
    }
}
