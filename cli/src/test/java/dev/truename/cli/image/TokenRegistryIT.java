package dev.truename.cli.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cli.CommandRun;
import dev.truename.cli.Host;
import dev.truename.cli.spec.ExitCode;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.access.JwtSigner;
import dev.truename.testkit.access.TokenIssuer;
import dev.truename.testkit.access.TokenServer;
import dev.truename.testkit.content.TestImage;
import dev.truename.testkit.tls.TestCertificates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The command, against Debian's registry with a token server.
@Timeout(120)
class TokenRegistryIT {
    @TempDir
    Path folder;

    @Test
    void credentialsAreExchangedForATokenThatARealRegistryTakes() throws Exception {
        DebianRegistry.need("docker-registry", "skopeo");
        TestImage image = TestImage.of("guarded");
        TestCertificates certificates = TestCertificates.create(Files.createDirectory(folder.resolve("keys")));
        TokenIssuer issuer = TokenIssuer.builder()
                .user("me", "s3cret")
                .signed(JwtSigner.read(certificates.key(), certificates.certificate()))
                .build();
        try (TokenServer tokens = TokenServer.start(issuer);
                DebianRegistry registry = DebianRegistry.start(folder, tokens, certificates.authority())) {
            push(image, registry);
            Host host = new Host(folder).with("""
                    [[registry]]
                    location = "%1$s"
                    insecure = true
                    [aliases]
                    "app" = "%1$s/team/app"
                    """.formatted(registry.host()));
            String pulled = registry.host() + "/team/app:1@" + image.digest() + "\n";

            CommandRun nobody = host.run("pull --json app:1");
            assertEquals(ExitCode.CREDENTIALS, nobody.exit());
            assertTrue(nobody.out().contains("\"error\":{\"kind\":\"unauthorized\","), nobody.out());
            assertEquals(
                    ExitCode.CREDENTIALS,
                    host.run("pull --creds=me:wrong app:1").exit());
            assertEquals(
                    new CommandRun(ExitCode.DONE, pulled, ""),
                    host.run("pull --quiet --authfile=" + authFile(registry) + " app:1"));
            assertEquals(ExitCode.DONE, host.run("rm app:1").exit());
            assertEquals(new CommandRun(ExitCode.DONE, pulled, ""), host.run("pull --quiet --creds=me:s3cret app:1"));
        }
    }

    private void push(TestImage image, DebianRegistry registry) throws IOException, InterruptedException {
        try (TestRegistry source = TestRegistry.start()) {
            source.push("app", "1", image);
            List<String> command = List.of(
                    "skopeo",
                    "--insecure-policy",
                    "copy",
                    "--src-tls-verify=false",
                    "--dest-tls-verify=false",
                    "--dest-creds=me:s3cret",
                    "docker://" + source.host() + "/app:1",
                    "docker://" + registry.host() + "/team/app:1");
            assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
        }
    }

    private Path authFile(DebianRegistry registry) throws IOException {
        String secret = Base64.getEncoder().encodeToString("me:s3cret".getBytes(StandardCharsets.UTF_8));
        return Files.writeString(
                folder.resolve("auth.json"), "{\"auths\":{\"" + registry.host() + "\":{\"auth\":\"" + secret + "\"}}}");
    }
}
