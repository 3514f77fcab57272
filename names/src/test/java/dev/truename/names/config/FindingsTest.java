package dev.truename.names.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is found wrong in one file, and on which line.
class FindingsTest {
    private static final String MAIN = "etc/containers/registries.conf";

    @TempDir
    Path root;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a mode that nobody knows        | short-name-mode = "strict"                                                | short-name-mode:1
            an empty mode is none           | short-name-mode = ""                                                      | ``
            a mode of another type          | short-name-mode = 1                                                       | value-type:1
            a list that is none             | unqualified-search-registries = "a.io"                                    | value-type:1
            a number in a list              | unqualified-search-registries = [ ~"a.io", ~1]                            | value-type:3
            a search host without dot       | unqualified-search-registries = [ ~"localhost", ~"intranet"]              | search-registry:3
            a search host with port         | unqualified-search-registries = ["intranet:5000"]                         | ``
            a search registry with path     | unqualified-search-registries = ["a.io/b"]                                | search-registry:1
            a search registry with scheme   | unqualified-search-registries = ["https://a.io"]                          | uri-scheme:1
            a search registry with slash    | unqualified-search-registries = ["A.io/"]                                 | ``
            a search registry listed twice  | unqualified-search-registries = ["a.io","a.io"]                           | search-duplicate:1
            an empty search registry        | unqualified-search-registries = [""]                                      | search-registry:1
            a known key without use         | additional-layer-store-auth-helper = "x"                                  | ``
            helpers of another type         | credential-helpers = [true]                                               | value-type:1
            a misspelt key                  | unqualified-search-registry = []                                          | unknown-key:1
            an underscore for a dash        | short_name_mode = "enforcing"                                             | unknown-key:1
            a key in another case           | Short-Name-Mode = "enforcing"                                             | key-case:1
            a key in both cases             | short-name-mode = ""~Short-Name-Mode = "x"                                | key-case:2
            a wrong value in another case   | Short-Name-Mode = "x"                                                     | short-name-mode:1 key-case:1
            a registry's key on its own     | blocked = true                                                            | misplaced-key:1
            one table for a registry        | [registry]~location = "a.io"                                              | value-type:1
            a header in the plural          | [[registries]]~location = "a.io"                                          | value-type:1
            a list below a registry         | [[registry]]~location="a.io"~unqualified-search-registries=["b.io"]       | misplaced-key:3
            a mode below a registry         | [[registry]]~location="a.io"~short-name-mode="enforcing"                  | misplaced-key:3
            a list below the aliases        | [aliases]~unqualified-search-registries=["b.io"]                          | value-type:2
            block for blocked               | [[registry]]~location="a.io"~block = true                                 | unknown-key:3
            quotes around a boolean         | [[registry]]~location="a.io"~blocked = "true"                             | value-type:3
            no location                     | [[registry]]~blocked = true                                               | location-missing:1
            a prefix without location       | [[registry]]~prefix = "a.io"                                              | location-missing:1
            a wildcard without location     | [[registry]]~prefix = "*.a.io"                                            | ``
            a wildcard with a location      | [[registry]]~prefix = "*.a.io"~location="b.io"                            | wildcard-rewrite:3
            a wildcard with a port          | [[registry]]~prefix = "*.a.io:80"                                         | wildcard-prefix:2
            a wildcard with a path          | [[registry]]~prefix = "*.a.io/b"                                          | wildcard-prefix:2
            a wildcard with a digest's sign | [[registry]]~prefix = "*.a.io@b"                                          | wildcard-prefix:2
            a wildcard for a location       | [[registry]]~location = "*.a.io"                                          | rewrite:2
            a scheme in a location          | [[registry]]~location = "HTTP://a.io"                                     | uri-scheme:2
            a scheme in a prefix            | [[registry]]~prefix="https://a.io"~location = "a.io"                      | uri-scheme:2
            a space in a location           | [[registry]]~location = "a .io"                                           | rewrite:2
            an upper-case path              | [[registry]]~location = "a.io/B"                                          | rewrite:2
            an upper-case host              | [[registry]]~location = "A.io/b/"                                         | ``
            a tag in a location             | [[registry]]~location = "a.io/b:c"                                        | rewrite:2
            a location without dot          | [[registry]]~prefix="a.io"~location = "intranet"                          | rewrite:3
            the same host without dot       | [[registry]]~location = "intranet"                                        | ``
            a port that would come twice    | [[registry]]~prefix="intranet"~location = "a.io:80"                       | rewrite:3
            Docker's index for a location   | [[registry]]~prefix="a.io"~location = "index.docker.io"                   | rewrite:3
            Docker's index for a prefix     | [[registry]]~prefix="index.docker.io"~location = "a.io"                   | prefix-never-matches:2
            a tag in a prefix               | [[registry]]~prefix="a.io/b:c"~location = "a.io"                          | prefix-never-matches:2
            a star inside a prefix          | [[registry]]~prefix="a.*.io"~location = "a.io"                            | prefix-never-matches:2
            a prefix with a path            | [[registry]]~prefix="a.io/b"~location = "c.io/d/e"                        | ``
            pull-from-mirror on a registry  | [[registry]]~location="a.io"~pull-from-mirror="all"                       | pull-from-mirror:3
            a mirror without location       | [[registry]]~location="a.io"~[[registry.mirror]]                          | location-missing:3
            a mirror's unknown value        | [[registry]]~location="a.io"~mirror=[{location="b.io",pull-from-mirror="x"}] | pull-from-mirror:3
            two settings for a mirror       | [[registry]]~location="a.io"~mirror-by-digest-only=true~[[registry.mirror]]~location="b.io"~pull-from-mirror="all" | pull-from-mirror:6
            a mirror without dot            | [[registry]]~location="a.io"~[[registry.mirror]]~location="mirror"         | rewrite:4
            a mirror for all hosts          | [[registry]]~prefix="*.a.io"~[[registry.mirror]]~location="b.io"           | wildcard-rewrite:4
            two views of one location       | [[registry]]~location="a.io"~[[registry]]~prefix="a.io/b"~location="a.io"~blocked=true | registry-conflict:6
            two views of its security       | [[registry]]~location="a.io"~insecure=true~[[registry]]~prefix="a.io/b"~location="a.io" | registry-conflict:4
            a prefix twice                  | [[registry]]~location="a.io"~[[registry]]~location="a.io"                 | duplicate-prefix:3
            a blocked prefix too late       | [[registry]]~location="a.io"~[[registry]]~prefix="a.io"~location="b.io"~blocked=true | duplicate-prefix-blocked:3
            an alias with a tag             | [aliases]~"a:1" = "b.io/c"                                                | alias-name:2
            an alias with a registry        | [aliases]~"x.io/a" = "b.io/c"                                             | alias-name:2
            an alias with upper case        | [aliases]~"Foo/bar" = "b.io/c"                                            | ``
            a target without registry       | [aliases]~a = "b/c"                                                       | alias-target:2
            a target with a tag             | [aliases]~a = "b.io/c:1"                                                  | alias-target:2
            a target with a digest          | [aliases]~a = "b.io/c@sha256:0000000000000000000000000000000000000000000000000000000000000000" | alias-target:2
            a bad name and a bad target     | [aliases]~"a:1" = "b/c"                                                   | alias-name:2 alias-target:2
            all bad entries together        | [aliases]~"a:1" = "b.io/c"~ok="b.io/c"~b = "c"~c = 1                       | alias-name:2 alias-target:4 value-type:5
            an alias without quotes         | [aliases]~a.b = "b.io/c"                                                  | value-type:2
            an alias twice                  | [aliases]~a = "b.io/c"~a = "b.io/d"                                       | duplicate-key:3
            an empty target                 | [aliases]~a = ""                                                          | ``
            bad syntax                      | short-name-mode = enforcing                                               | syntax:1
            a broken line hides no other    | short-name-mode = enforcing~[aliases]~a = "b"                             | syntax:1 alias-target:3
            a broken line is not missed     | [[registry]]~location = a.io                                              | syntax:2
            version 1                       | [registries.search]~registries = ["a.io"]                                 | v1-format:1
            version 1 without anything      | [registries]                                                              | ``
            """)
    void inMainFile(String what, String text, String expected) {
        assertEquals(
                expected, new Host(root).file(MAIN, text.replace("~", "\n")).findings(), what);
    }

    @Test
    @DisplayName("two mistakes in each of three files give six findings, each with file, line and fix")
    void allAtOnce() {
        String bad = "short-name-mode = enforcing\n[aliases]\na = \"b\"\n";
        Host host = new Host(root).file(MAIN, bad).file(MAIN + ".d/a.conf", bad);
        host.file("home/.cache/containers/short-name-aliases.conf", "x = [\n[aliases]\na = \"b\"\n");
        List<Finding> errors = host.errors();
        assertEquals(6, errors.size(), errors.toString());
        for (Finding error : errors) {
            assertTrue(error.line() > 0);
            assertFalse(error.fix().isEmpty());
            assertTrue(Files.exists(error.file()));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            block = true                     | did you mean blocked?
            mirrors = []                     | did you mean mirror?
            mirror_by_digest_only = true     | did you mean mirror-by-digest-only?
            short-name-mode = "enforcing"    | move it: it belongs above the first table
            nonsense = 1                     | remove it
            """)
    @DisplayName("an unknown key is told with what was likely meant")
    void likelyMeaning(String line, String fix) {
        Host host = new Host(root).file(MAIN, "[[registry]]\nlocation = \"a.io\"\n" + line);
        assertEquals(fix, host.load().warnings().getFirst().fix());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [registries.search]~registries = ["a.io"]                                 | ``
            [registries.search]~registries = ["intranet"]                             | search-registry:2
            [registries.block]~registries = ["https://a.io"]                          | uri-scheme:2
            [registries.block]~registries = "a.io"                                    | value-type:2
            short-name-mode = "enforcing"~[registries.search]~registries = []         | v1-mixed:1
            [registries.search]~registries = []~[aliases]~a = "b.io/c"                | v1-mixed:3
            [registries.seach]~registries = []                                        | unknown-key:1
            """)
    @DisplayName("legacy: version 1 is accepted in the main file, and not mixed with version 2")
    void legacyVersion1(String text, String expected) {
        Host host = new Host(root).file(MAIN, text.replace("~", "\n")).generation(Generation.LEGACY);
        assertEquals(expected, host.findings());
    }

    @Test
    @DisplayName("legacy: version 1 in a drop-in is an error")
    void legacyVersion1InDropIn() {
        Host host = new Host(root).file(MAIN + ".d/a.conf", "[registries.search]\nregistries = [\"a.io\"]\n");
        assertEquals("v1-in-drop-in:1", host.generation(Generation.LEGACY).findings());
    }

    @Test
    @DisplayName("hostile text comes out escaped, and there is an end to what is told of one file")
    void hostile() throws IOException {
        Host host = new Host(root).file(MAIN, "\"\\u001b[31m\\u202e\" = 1\n");
        String message = host.load().warnings().getFirst().message();
        assertTrue(message.chars().allMatch(c -> c >= ' ' && c < 0x7f), message);
        StringBuilder many = new StringBuilder("[aliases]\n");
        for (int i = 0; i < 50_000; i++) {
            many.append('a').append(i).append(" = \"b\"\n");
        }
        List<Finding> errors = host.file(MAIN, many.toString()).errors();
        assertEquals(1001, errors.size());
        assertEquals("too-many", errors.getLast().rule());
    }

    @Test
    void tooLargeFile() throws IOException {
        Host host = new Host(root).file(MAIN, "");
        Files.write(host.path(MAIN), new byte[(16 << 20) + 1]);
        assertEquals("file-too-large:0", host.findings());
    }
}
