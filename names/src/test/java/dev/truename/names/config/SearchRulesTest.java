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

/// Which files count, in which order.
class SearchRulesTest {
    private static final String USER = "home/.config/containers/registries.conf";
    private static final String ETC = "etc/containers/registries.conf";
    private static final String USR = "usr/containers/registries.conf";

    @TempDir
    Path root;

    Host host;

    @BeforeEach
    void host() {
        host = new Host(root);
    }

    private Host with(String... files) {
        for (String file : files) {
            host.tagged(file, "a");
        }
        return host;
    }

    @Test
    @DisplayName("the main file is the first of the user's, /etc's and /usr/share's")
    void mainFile() {
        assertEquals(USR, with(USR).files());
        assertEquals(ETC, with(ETC).files());
        assertEquals(USER, with(USER).files());
    }

    @Test
    @DisplayName("nothing found at all is an empty configuration")
    void nothing() {
        assertEquals(RegistriesConfiguration.EMPTY, host.load());
        assertEquals(
                RegistriesConfiguration.EMPTY,
                host.generation(Generation.LEGACY).load());
    }

    @Test
    @DisplayName(
            "drop-ins are read beside the user's main file; of equal names the highest folder's counts, in byte order")
    void dropIns() {
        with(
                USER,
                USER + ".d/01-u.conf",
                ETC + ".d/001-e.conf",
                ETC + ".d/000-both.conf",
                ETC + ".d/ignored.txt",
                USR + ".d/000-both.conf",
                USR + ".d/Z.conf",
                USR + ".d/a.conf");
        assertEquals(
                String.join(
                        " ",
                        USER,
                        ETC + ".d/000-both.conf",
                        ETC + ".d/001-e.conf",
                        USER + ".d/01-u.conf",
                        USR + ".d/Z.conf",
                        USR + ".d/a.conf"),
                host.files());
    }

    @ParameterizedTest
    @CsvSource({
        "0,     etc/containers/registries.rootful.conf.d",
        "1000,  etc/containers/registries.rootless.conf.d/1000",
        "1001,  etc/containers/registries.rootless.conf.d",
    })
    @DisplayName("folders for root, for one user and for all users beat registries.conf.d")
    void folderOfUser(int uid, String expected) {
        with(
                ETC + ".d/a.conf",
                USR + ".d/a.conf",
                "etc/containers/registries.rootful.conf.d/a.conf",
                "etc/containers/registries.rootless.conf.d/1000/a.conf",
                "etc/containers/registries.rootless.conf.d/a.conf");
        assertEquals(expected + "/a.conf", host.uid(uid).files());
    }

    @Test
    @DisplayName("the variable replaces the main file and turns the drop-in folders off; the override is read last")
    void variables() {
        with(ETC, ETC + ".d/a.conf", "other.conf", "last.conf");
        host.variable("CONTAINERS_REGISTRIES_CONF_OVERRIDE", "@/last.conf");
        assertEquals(ETC + " " + ETC + ".d/a.conf last.conf", host.files());
        host.variable("CONTAINERS_REGISTRIES_CONF", "@/other.conf");
        assertEquals("other.conf last.conf", host.files());
    }

    @Test
    @DisplayName("a path of the caller beats the environment; a drop-in folder of the caller turns the override off")
    void choices() {
        with(ETC, ETC + ".d/a.conf", "other.conf", "last.conf", "mine.conf", "mine.d/x.conf");
        host.variable("CONTAINERS_REGISTRIES_CONF", "@/other.conf")
                .variable("CONTAINERS_REGISTRIES_CONF_OVERRIDE", "@/last.conf")
                .main("mine.conf");
        assertEquals("mine.conf " + ETC + ".d/a.conf last.conf", host.files());
        assertEquals("mine.conf mine.d/x.conf", host.dir("mine.d").files());
    }

    @ParameterizedTest
    @CsvSource({"CONTAINERS_REGISTRIES_CONF", "CONTAINERS_REGISTRIES_CONF_OVERRIDE"})
    @DisplayName("a file that was asked for must exist")
    void mustExist(String variable) {
        assertEquals("file-missing:0", host.variable(variable, "@/none.conf").findings());
        assertEquals("file-missing:0", new Host(root).main("none.conf").findings());
    }

    @ParameterizedTest
    @CsvSource({"''", "relative/path"})
    @DisplayName("a set but empty or relative XDG_CONFIG_HOME counts as unset")
    void relativeConfigHome(String value) {
        with(USER).variable("XDG_CONFIG_HOME", value);
        assertEquals(USER, host.files());
        assertEquals(value.isEmpty() ? "" : "environment-ignored:0", host.findings());
    }

    @Test
    void configHome() {
        assertEquals(
                "xdg/containers/registries.conf",
                with("xdg/containers/registries.conf", USER)
                        .variable("XDG_CONFIG_HOME", "@/xdg")
                        .files());
    }

    @ParameterizedTest
    @CsvSource({
        "0, '', var/containers/short-name-aliases.conf",
        "1, '', home/.cache/containers/short-name-aliases.conf",
        "1, @/xdg, xdg/containers/short-name-aliases.conf",
        "1, relative, home/.cache/containers/short-name-aliases.conf",
    })
    @DisplayName("the alias file's place depends on the user")
    void aliasFile(int uid, String cacheHome, String expected) {
        host.uid(uid).variable("XDG_CACHE_HOME", cacheHome);
        assertEquals(host.path(expected), host.sources().aliasFile());
    }

    @Test
    @DisplayName("legacy: the user's main file hides all of /etc, drop-ins included")
    void legacyUser() {
        with(USER, USER + ".d/b.conf", ETC, ETC + ".d/a.conf", USR + ".d/z.conf");
        assertEquals(
                USER + " " + USER + ".d/b.conf",
                host.generation(Generation.LEGACY).files());
    }

    @Test
    @DisplayName("legacy: else the drop-ins of /etc in order, then all of the user's, none of /usr/share")
    void legacyDropIns() {
        with(ETC, ETC + ".d/b.conf", ETC + ".d/z.conf", USER + ".d/a.conf", USER + ".d/b.conf", USR + ".d/q.conf");
        assertEquals(
                String.join(" ", ETC, ETC + ".d/b.conf", ETC + ".d/z.conf", USER + ".d/a.conf", USER + ".d/b.conf"),
                host.generation(Generation.LEGACY).files());
    }

    @Test
    @DisplayName("legacy: the older variable counts after the newer one, and drop-ins stay; the current one ignores it")
    void oldVariable() {
        with("old.conf", "new.conf", ETC + ".d/a.conf").variable("REGISTRIES_CONFIG_PATH", "@/old.conf");
        assertEquals("environment-ignored:0", host.findings());
        assertEquals(
                "old.conf " + ETC + ".d/a.conf",
                host.generation(Generation.LEGACY).files());
        host.variable("CONTAINERS_REGISTRIES_CONF", "@/new.conf");
        assertEquals("new.conf " + ETC + ".d/a.conf", host.files());
    }

    @Test
    @DisplayName("a drop-in folder that is a link is followed, and so is a drop-in that is one")
    void links() throws IOException {
        with("real/b.conf", "one.conf");
        host.link(ETC + ".d", host.path("real").toString());
        host.link("real/a.conf", host.path("one.conf").toString());
        assertEquals(ETC + ".d/a.conf " + ETC + ".d/b.conf", host.files());
        assertEquals("", host.findings());
    }

    @Test
    @DisplayName("a link to /dev/null switches a drop-in of a lower folder off")
    void masked() throws IOException {
        with(USR + ".d/a.conf").link(ETC + ".d/a.conf", "/dev/null");
        assertTrue(host.load().searchRegistries().registries().isEmpty());
    }

    @Test
    @DisplayName("broken links and hidden files are warned about; sub-folders are not entered")
    void warned() throws IOException {
        with(ETC + ".d/.hidden.conf", ETC + ".d/sub.conf/x.conf").link(ETC + ".d/gone.conf", "nowhere");
        host.link(USER, "nowhere");
        assertEquals(ETC + ".d/.hidden.conf", host.files());
        assertEquals("broken-link:0 hidden-file:0 broken-link:0", host.findings());
    }

    @Test
    @DisplayName("what is there but cannot be read is fatal: a link that leads to itself, a folder in a file's place")
    void unreadable() throws IOException {
        host.link(ETC + ".d/loop.conf", "loop.conf");
        Files.createDirectories(host.path(ETC));
        host.tagged("file.d", "a");
        assertEquals("file-unreadable:0 file-unreadable:0", host.findings());
        assertEquals("file-unreadable:0 file-unreadable:0", host.dir("file.d").findings());
    }

    @Test
    @DisplayName("a file given as the drop-in folder is told in words, not by the name of an exception")
    void noFolder() throws IOException {
        host.tagged("file.d", "a");
        assertEquals(
                "cannot be read: this is no folder",
                host.dir("file.d").errors().getFirst().message());
    }
}
