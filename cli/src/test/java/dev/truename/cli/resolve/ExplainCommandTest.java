package dev.truename.cli.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cli.CommandRun;
import dev.truename.cli.Host;
import dev.truename.cli.spec.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    @TempDir
    Path folder;

    @Test
    void theWholeWayOfAnAlias() throws IOException {
        Host host = new Host(folder).with("""
                unqualified-search-registries = ["a.example"]
                [aliases]
                "hello" = "old.example/hello"
                """).with("50-new.conf", """
                short-name-mode = "enforcing"
                [[registry]]
                prefix = "quay.io/podman"
                location = "quay.io/podman"
                [[registry.mirror]]
                location = "digests.example/p"
                pull-from-mirror = "digest-only"
                [[registry.mirror]]
                location = "m.example/p"
                [aliases]
                "hello" = "quay.io/podman/hello"
                """);
        Path authFile = Files.writeString(folder.resolve("auth.json"), "{\"auths\":{\"quay.io\":{\"auth\":\"dTpw\"}}}");
        Files.setPosixFilePermissions(authFile, PosixFilePermissions.fromString("rw-------"));
        CommandRun run = host.run("explain hello --authfile " + authFile);
        assertEquals("""
                hello
                  kind:         short name: no registry in front
                  tag:          latest, by default
                  alias:        quay.io/podman/hello  (registries.conf.d/50-new.conf:11)
                  layers:       official  nothing
                                cluster   nothing
                                user      old.example/hello  (registries.conf:3): shadowed, for it was read earlier
                                user      quay.io/podman/hello  (registries.conf.d/50-new.conf:11): counts, for it was\
                 read last
                  mode:         enforcing  (registries.conf.d/50-new.conf:1)

                quay.io/podman/hello:latest
                  because of:   registries.conf.d/50-new.conf:11
                  table:        prefix quay.io/podman  (registries.conf.d/50-new.conf:2)
                  fetched from: m.example/p/hello:latest, a mirror  (registries.conf.d/50-new.conf:8)
                                credentials: none for m.example
                  then from:    quay.io/podman/hello:latest  (registries.conf.d/50-new.conf:2)
                                credentials: auth.json (quay.io)
                  signatures:   none wanted
                  not from:     digests.example/p: asked for digests only (registries.conf.d/50-new.conf:5), and the\
                 name has none

                files read, in order:
                  registries.conf
                  registries.conf.d/50-new.conf
                """, run.out());
        assertEquals(ExitCode.DONE, run.exit());
    }

    @Test
    void anErasedAliasLeadsToTheSearch() {
        Host host = new Host(folder).with("""
                unqualified-search-registries = ["a.example", "b.example"]
                [aliases]
                "hello" = ""
                """);
        String out = host.run("explain hello").out();
        assertTrue(out.contains("  alias:        erased  (registries.conf:3)\n"), out);
        assertTrue(out.contains("  search:       a.example  (registries.conf:1)\n                b.example  ("), out);
        assertTrue(out.contains("\n1. a.example/hello:latest\n"), out);
        assertTrue(out.contains("\n2. b.example/hello:latest\n"), out);
        assertTrue(out.contains("\nwarning: short name \"hello\" has no alias and is searched"), out);
    }

    @Test
    void whatMayNotBePulledIsExplainedToo() {
        Host host = new Host(folder).with("[[registry]]\nlocation = \"bad.example\"\nblocked = true\n");
        CommandRun run = host.run("explain bad.example/x");
        assertEquals(ExitCode.BLOCKED, run.exit());
        assertTrue(run.out().contains("bad.example/x:latest  (blocked)\n"), run.out());
        assertTrue(run.out().contains("  not from:     bad.example: blocked (registries.conf:3)\n"), run.out());
    }

    @Test
    void theSignaturePolicyIsPartOfTheWay() throws IOException {
        Host host = new Host(folder).with("unqualified-search-registries = [\"a.example\"]\n");
        Files.writeString(
                Files.createDirectories(folder.resolve(".config/containers")).resolve("policy.json"), """
                {"default": [{"type": "reject"}],
                 "transports": {"docker": {
                   "signed.example": [
                     {"type": "signedBy", "keyType": "GPGKeys", "keyPaths": ["/k/one", "/k/two"]},
                     {"type": "signedBy", "keyType": "GPGKeys", "keyData": "AAAA"}]}}}
                """);
        CommandRun.Setup home = CommandRun.Setup.in(Map.of("HOME", folder.toString()));
        String refused = host.run(home, "explain", "a.example/x").out();
        assertTrue(
                refused.contains("  signatures:   refused: this policy rejects a.example/x:latest (default)  ("),
                refused);
        String wanted = host.run(home, "explain", "signed.example/x").out();
        assertTrue(
                wanted.contains("  signatures:   wanted by a key of /k/one or /k/two, and a key that the policy has in"
                        + " itself  ("),
                wanted);
        assertTrue(wanted.contains("policy.json:3, "), wanted);
    }

    @Test
    void scriptsGetTheSameAsAnObject() {
        Host host = new Host(folder).with("[aliases]\n\"hello\" = \"quay.io/hello\"\n");
        assertEquals("""
                {"input":"hello","short":true,"resolution":"aliased","origin":{"file":"registries.conf","line":2},\
                "candidates":[{"reference":"quay.io/hello:latest","origin":{"file":"registries.conf","line":2},\
                "blocked":false,"sources":[{"reference":"quay.io/hello:latest","mirror":false,"insecure":false,\
                "origin":null,"credentials":"none for quay.io"}],"entry":null,"unused":[],\
                "signatures":"none wanted"}],"warnings":[],"error":null,\
                "aliases":[{"name":"hello","target":"quay.io/hello","origin":{"file":"registries.conf","line":2},\
                "owner":"user","shadows":[],"protected":null,"refused":[]}],"short-name-mode":{"value":"permissive","origin":null},\
                "unqualified-search-registries":{"registries":[],"origin":null,"shadows":[]},\
                "files":["registries.conf"],"layers":[{"owner":"official","files":[]},{"owner":"cluster","files":[]},\
                {"owner":"user","files":["registries.conf"]}],"policy":null}
                """, host.run("explain --json hello").out());
    }
}
