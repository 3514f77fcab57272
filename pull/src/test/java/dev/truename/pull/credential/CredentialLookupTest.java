package dev.truename.pull.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.Repository;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialLookupTest {
    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();
    private List<String> helpers = List.of();

    private CredentialLookup lookup() {
        environment.putIfAbsent("XDG_RUNTIME_DIR", home.resolve("run").toString());
        return lookup(Optional.empty());
    }

    private CredentialLookup lookup(Optional<Path> authFile) {
        return new CredentialLookup(new CredentialSettings(
                authFile, environment, Optional.of(home), 1000, helpers, Duration.ofSeconds(30)));
    }

    private Path write(String path, String content) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content.replace('\'', '"'));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private static String auth(String key, String user) {
        String pair = Base64.getEncoder().encodeToString((user + ":pw").getBytes(StandardCharsets.UTF_8));
        return "'" + key + "':{'auth':'" + pair + "'}";
    }

    private String user(String repository) throws PullException {
        return lookup().find(Repository.parse(repository)).credential() instanceof Credential.Basic basic
                ? basic.user()
                : "";
    }

    private void helper(String name, String script) throws IOException {
        Path file = write("bin/docker-credential-" + name, "");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        environment.put("PATH", home.resolve("bin") + ":/usr/bin:/bin");
    }

    @ParameterizedTest
    @CsvSource({
        "r.example/a/b, repository",
        "r.example/a/c, namespace",
        "r.example/a, namespace",
        "r.example/x, host",
        "r.example:5000/a/b, ''",
        "s.r.example/a/b, ''",
        "q.example/a, url",
        "docker.io/library/x, hub",
    })
    void theMostSpecialKeyCounts(String repository, String user) throws Exception {
        write(
                "run/containers/auth.json",
                "{'auths':{"
                        + String.join(
                                ",",
                                auth("r.example", "host"),
                                auth("r.example/a", "namespace"),
                                auth("r.example/a/b", "repository"),
                                auth("https://q.example/v1/", "url"),
                                auth("https://index.docker.io/v1/", "hub"))
                        + "}}");

        assertEquals(user, user(repository));
    }

    @Test
    void aNamespaceIsNotGoodForTheWholeHost() throws Exception {
        write("run/containers/auth.json", "{'auths':{" + auth("r.example/a", "namespace") + "}}");

        assertEquals("", user("r.example/b"));
    }

    @Test
    void theFilesCountInOrder() throws Exception {
        write(".dockercfg", "{" + auth("https://r.example/v1/", "old") + "}");
        assertEquals("old", user("r.example/a"));
        write(".docker/config.json", "{'auths':{" + auth("r.example", "docker") + "}}");
        assertEquals("docker", user("r.example/a"));
        write(".config/containers/auth.json", "{'auths':{" + auth("r.example", "config") + "}}");
        assertEquals("config", user("r.example/a"));
        write("run/containers/auth.json", "{'auths':{'r.example':{}}}");
        assertEquals("config", user("r.example/a"));
        write("run/containers/auth.json", "{'auths':{" + auth("r.example", "run") + "}}");
        assertEquals("run", user("r.example/a"));
        environment.put(
                "REGISTRY_AUTH_FILE",
                write("own.json", "{'auths':{" + auth("r.example", "own") + "}}")
                        .toString());
        assertEquals("own", user("r.example/a"));
    }

    @Test
    void theOriginIsToldAndNoSecretIs() throws Exception {
        Path file = write("run/containers/auth.json", "{'auths':{" + auth("r.example", "me") + "}}");

        FoundCredential found = lookup().find(Repository.parse("r.example/a"));
        assertEquals(new CredentialOrigin.File(file, "r.example"), found.origin());
        assertFalse(found.toString().contains("pw"), found.toString());
    }

    @Test
    void anIdentityTokenBeatsThePassword() throws Exception {
        write("run/containers/auth.json", "{'auths':{'r.example':{'auth':'bWU6cHc=','identitytoken':'it'}}}");

        assertEquals(
                new Credential.IdentityToken("it"),
                lookup().find(Repository.parse("r.example/a")).credential());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{'auths':[]}",
                "{'auths':{'r.example':'x'}}",
                "{'auths':{'r.example':{'auth':5}}}",
                "{'auths':{'r.example':{'auth':'%%secret%%'}}}",
                "{'auths':{'r.example':{'auth':'c2VjcmV0'}}}",
                "{'auths':{},'auths':{}}",
                "{'auths':{}} secret",
                "{'credHelpers':{'r.example':1}}",
                "{'auths':{'secret",
            })
    void aBrokenFileIsAnErrorThatNamesItAndQuotesNothing(String content) throws Exception {
        Path file = write("run/containers/auth.json", content);

        PullException failure = assertThrows(PullException.class, () -> user("r.example/a"));
        assertEquals(PullFailure.Unauthorized.class, failure.failure().getClass());
        assertEquals(file.toString(), failure.failure().source());
        assertFalse(
                failure.failure().detail().contains("secret"), failure.failure().detail());
    }

    @Test
    void deepAndHugeFilesAreErrors() throws Exception {
        write("run/containers/auth.json", "{'x':" + "[".repeat(100_000));
        assertThrows(PullException.class, () -> user("r.example/a"));
        write("run/containers/auth.json", " ".repeat((4 << 20) + 1));
        assertThrows(PullException.class, () -> user("r.example/a"));
    }

    @Test
    void aFileThatWasNamedMustBeThere() {
        assertThrows(
                PullException.class,
                () -> lookup(Optional.of(home.resolve("none.json"))).find(Repository.parse("r.example/a")));
    }

    @Test
    void aFileThatOthersCanReadIsWarnedAbout() throws Exception {
        Path file = write("run/containers/auth.json", "{}");
        assertEquals(List.of(), lookup().warnings());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(lookup().warnings().getFirst().startsWith(file.toString()));
    }

    @Test
    void aHelperIsAskedForItsRegistryAndForNoOther() throws Exception {
        helper("one", "read server; echo \"{\\\"Username\\\":\\\"$server\\\",\\\"Secret\\\":\\\"s\\\"}\"");
        write(
                "run/containers/auth.json",
                "{'credHelpers':{'r.example':'one'},'auths':{" + auth("q.example", "q") + "}}");

        assertEquals("r.example", user("r.example/a"));
        assertEquals("q", user("q.example/a"));
        assertEquals("", user("s.example/a"));
    }

    @Test
    void theStoreIsAskedWhereTheFileHasNothing() throws Exception {
        helper("store", "read server; echo \"{\\\"Username\\\":\\\"$server\\\",\\\"Secret\\\":\\\"s\\\"}\"");
        write(
                "run/containers/auth.json",
                "{'credsStore':'store','auths':{'r.example':{}," + auth("q.example", "q") + "}}");

        assertEquals("r.example", user("r.example/a"));
        assertEquals("q", user("q.example/a"));
        assertEquals("https://index.docker.io/v1/", user("docker.io/library/x"));
    }

    @Test
    void helpersOfRegistriesConfAreAskedInOrder() throws Exception {
        helper("none", "echo 'credentials not found in native keychain'; exit 1");
        helper("token", "echo '{\"Username\":\"<token>\",\"Secret\":\"it\"}'");
        helpers = List.of("none", CredentialSettings.FILES, "token");

        FoundCredential found = lookup().find(Repository.parse("r.example/a"));
        assertEquals(new Credential.IdentityToken("it"), found.credential());
        assertEquals(new CredentialOrigin.Helper("token", "r.example", "registries.conf"), found.origin());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exit 1",
                "echo 'no such host'; exit 1",
                "echo nonsense",
                "echo '{\"Username\":\"x\"}'",
                "echo '[]'",
                "head -c 100000 /dev/zero",
                "kill -9 $$",
            })
    void aBrokenHelperIsAnErrorAndNeverAnonymous(String script) throws Exception {
        helper("broken", script);
        helpers = List.of("broken", CredentialSettings.FILES);
        write("run/containers/auth.json", "{'auths':{" + auth("r.example", "me") + "}}");

        PullException failure = assertThrows(PullException.class, () -> user("r.example/a"));
        assertEquals("docker-credential-broken", failure.failure().source());
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "../../bin/sh", "a b", ""})
    void aHelperThatIsNotThereIsAnError(String name) {
        helpers = List.of(name);

        assertThrows(PullException.class, () -> user("r.example/a"));
    }

    @Test
    void aHelperThatHangsIsEnded() throws Exception {
        helper("slow", "exec sleep 600");
        CredentialHelper helper = new CredentialHelper(environment, Duration.ofMillis(100));

        assertThrows(PullException.class, () -> helper.get("slow", "r.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "r.example, r.example/a, true",
        "https://r.example/v2/, r.example/a, true",
        "R.Example, r.example/a, true",
        "https://index.docker.io/v1/, docker.io/library/a, true",
        "r.example, q.example/a, false",
        "r.example:5000, r.example/a, false",
        "r.example, r.example:5000/a, false",
    })
    void aGivenCredentialIsForItsHostAlone(String host, String repository, boolean found) throws Exception {
        GivenCredential given = new GivenCredential(host, new Credential.Basic("me", "pw"));

        assertEquals(found, given.find(Repository.parse(repository)).usable());
    }
}
