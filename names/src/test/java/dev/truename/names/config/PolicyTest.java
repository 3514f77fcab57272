package dev.truename.names.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which policy counts, and what is found wrong in it.
class PolicyTest {
    private static final String TABLE = "usr/containers/registries.conf.d/001-table.conf";

    @TempDir
    Path root;

    Host host;

    @BeforeEach
    void host() {
        host = new Host(root).file(TABLE, "[aliases]\n\"ubi9\" = \"r.io/ubi9/ubi\"\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            an empty file                 | ``                                                                | ``
            a layer that protects         | [[layer]]~owner="official"~files=["@/T"]~protect=["*"]            | ``
            a layer without a word        | [[layer]]~owner="cluster"                                         | ``
            a layer of nobody             | [[layer]]~files=["@/T"]                                           | policy-owner:1
            a layer of a stranger         | [[layer]]~owner="vendor"                                          | policy-owner:2
            an owner of another type      | [[layer]]~owner=1                                                 | value-type:2
            one table                     | [layer]~owner="official"                                          | value-type:1
            a misspelt key                | [[layer]]~owner="official"~files=["@/T"]~protcet=["*"]            | policy-key:4
            a key in another case         | [[layer]]~owner="official"~files=["@/T"]~Protect=["*"]            | key-case:4
            a key on its own              | protect=["*"]                                                     | policy-key:1
            a misspelt table              | [[layers]]~owner="official"                                       | policy-key:1
            a relative path               | [[layer]]~owner="official"~files=["001-table.conf"]               | policy-files:3
            a star for a folder           | [[layer]]~owner="official"~files=["/etc/*/a.conf"]                | policy-files:3
            a folder                      | [[layer]]~owner="official"~files=["/etc/"]                        | policy-files:3
            a path that is none           | [[layer]]~owner="official"~files=["/a\\u0000b"]                   | policy-files:3
            a number for a path           | [[layer]]~owner="official"~files=[1]                              | value-type:3
            protection without files      | [[layer]]~owner="official"~protect=["*"]                          | policy-files:3
            files that do not exist       | [[layer]]~owner="official"~files=["@/no.conf"]~protect=["*"]      | policy-nothing:1
            a folder that does not exist  | [[layer]]~owner="official"~files=["@/no/*.conf"]~protect=["*"]    | policy-nothing:1
            files of none that is protected | [[layer]]~owner="official"~files=["@/no.conf"]                  | ``
            nothing is below the user     | [[layer]]~owner="user"~files=["@/T"]~protect=["*"]                | policy-nothing:1
            a tag                         | [[layer]]~owner="official"~files=["@/T"]~protect=["ubi9:1"]       | policy-name:4
            a registry for a name         | [[layer]]~owner="official"~files=["@/T"]~protect=["r.io/*"]       | policy-name:4
            nothing for a name            | [[layer]]~owner="official"~files=["@/T"]~protect=[""]             | policy-name:4
            patterns                      | [[layer]]~owner="official"~files=["@/T"]~protect=["u*","*/x","Team*","a-*-b","**"] | ``
            a path for a registry         | [[layer]]~owner="cluster"~protect-registries=["r.io/x"]           | policy-registry:3
            a registry without dot        | [[layer]]~owner="cluster"~protect-registries=["intranet"]         | policy-registry:3
            registries                    | [[layer]]~owner="cluster"~protect-registries=["r.io","LOCALHOST","[::1]:5000"] | ``
            two tables of one name        | [layer]~[layer]                                                   | duplicate-key:2 value-type:1
            no TOML                       | [[layer                                                           | syntax:1
            """)
    void findings(String what, String policy, String findings) {
        host.policy(policy.replace("~", "\n").replace("@/T", "@/" + TABLE));
        assertEquals(findings, host.findings(), what);
    }

    @Test
    @DisplayName("the machine's policy counts, else the distribution's; never one of the user's")
    void whichCounts() {
        String protects = "[[layer]]\nowner = \"official\"\nfiles = [\"@/" + TABLE + "\"]\nprotect = [\"*\"]\n";
        String text = protects.replace("@", root.toString());
        host.file("home/.config/truename/truename.conf", text);
        assertEquals(Layers.NONE.policy(), host.load().layers().policy());
        host.file("usr/truename/truename.conf", text);
        assertEquals(
                "ubi9", String.join(" ", host.load().layers().protectedNames().keySet()));
        host.policy("");
        assertEquals(
                host.path("etc/truename/truename.conf"),
                host.load().layers().policy().orElseThrow());
        assertEquals("", String.join(" ", host.load().layers().protectedNames().keySet()));
        host.file("mine.conf", text).choose(ConfigurationChoices.NONE.withPolicy(host.path("mine.conf")));
        assertEquals(
                "ubi9", String.join(" ", host.load().layers().protectedNames().keySet()));
    }

    @Test
    @DisplayName("a policy that was named, or is a link to nothing, must be there: something was to be protected")
    void missing() throws IOException {
        host.link("etc/truename/truename.conf", "nowhere");
        assertEquals("file-missing:0", host.findings());
        Files.delete(host.path("etc/truename/truename.conf"));
        host.choose(ConfigurationChoices.NONE.withPolicy(host.path("no.conf")));
        assertEquals("file-missing:0", host.findings());
    }

    @Test
    @DisplayName("a policy that cannot be looked at is an error, and so is a protected file")
    void unreadable() throws IOException {
        host.link("etc/truename", "truename");
        assertEquals("file-unreadable:0", host.findings());
        Files.delete(host.path("etc/truename"));
        host.link("loop", "loop");
        host.policy("[[layer]]\nowner = \"official\"\nfiles = [\"@/loop/x.conf\"]\nprotect = [\"*\"]\n");
        assertEquals("file-unreadable:0 protected-file:0", host.findings());
    }

    @Test
    @DisplayName("a broken policy stops everything, and a misspelt key says what was meant")
    void broken() {
        host.policy("[[layer]]\nowner = \"official\"\nprotects = [\"*\"]\n");
        Finding error = host.errors().getFirst();
        assertTrue(error.fix().contains("protect?"), error.toString());
    }
}
