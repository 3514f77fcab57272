package dev.truename.names.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.config.Generation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is found in which text, and nothing beside it.
class LinterTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a vendor's name in its place      | "ubi9" = "registry.access.redhat.com/ubi9"               | ``
            a vendor's name, somebody else's  | "ubi9" = "quay.io/stranger/ubi9"                         | third-party-host:2
            a vendor's start, on a port       | "openshift_5gcore/amf" = "x.top:5901/openshift_5gcore/amf" | third-party-host:2 port:2
            library and not Docker's          | "library/x" = "quay.io/library/x"                        | third-party-host:2
            an official image                 | "mongo" = "docker.io/library/mongo"                      | ``
            an official image, Docker's index | "mongo" = "index.docker.io/mongo"                        | ``
            an official image's name          | "mongo" = "quay.io/stranger/mongo"                       | docker-official-name:2
            another image's name              | "stranger/mongo" = "quay.io/stranger/mongo"              | ``
            a distribution's own place        | "fedora" = "registry.fedoraproject.org/fedora"           | ``
            a name of the official table      | "podman" = "quay.io/podman/stable"                       | differs-from-official:2
            a rename of the official table    | "podman" = "registry.access.redhat.com/ubi8/podman"      | ``
            a product that has ended          | "rhel6" = "registry.access.redhat.com/rhel6"               | end-of-life:2
            a partner in the official place   | "ibm-bamoe/bamoe-businesscentral-rhel8" = "registry.redhat.io/ibm-bamoe/bamoe-businesscentral-rhel8" | foreign-namespace:2
            a page in the place of a registry | "a/bcd" = "hub.docker.com/a/bcd"                         | web-address:2
            the path of a page                | "r/abcd/efg" = "docker.io/r/abcd/efg"                    | web-address:2
            the path of a page, other host    | "r/abcd/efg" = "registry.hub.docker.com/r/abcd/efg"      | web-address:2 other-spelling:2
            another top domain                | "od/abc" = "icr.com/od/abc"                              | lookalike-host:2
            a letter too much                 | "od/abc" = "qquay.io/od/abc"                             | lookalike-host:2
            a known name in front             | "od/abc" = "quay.io.stranger.org/od/abc"                 | lookalike-host:2
            an own name that is like none     | "od/abc" = "images.acme.org/od/abc"                      | ``
            another name of Docker Hub        | "abcd/efg" = "registry-1.docker.io/abcd/efg"             | other-spelling:2
            the port that is meant anyway     | "abcd/efg" = "quay.io:443/abcd/efg"                      | other-spelling:2
            a long IPv6 address               | "abcd/efg" = "[0:0::1]:5000/abcd/efg"                    | other-spelling:2 port:2 ip-address:2 private-domain:2
            a short IPv6 address              | "abcd/efg" = "[2001:db8::1]/abcd/efg"                    | ip-address:2
            letters beyond ASCII              | "abcd/efg" = "xn--quy-1na.org/abcd/efg"                  | punycode-host:2
            a staging host                    | "cp/x" = "cp.stg.icr.io/cp/x"                            | staging-host:2
            a word in a host's name           | "cp/x" = "img-dev.acme.org/cp/x"                         | staging-host:2
            a top domain called dev           | "abc/x" = "images.acme.dev/abc/x"                        | ``
            a part of a word                  | "abc/x" = "devices.acme.org/abc/x"                       | ``
            a port                            | "abc/x" = "images.acme.org:8443/abc/x"                   | port:2
            an address                        | "abc/x" = "203.0.113.9/abc/x"                            | ip-address:2
            the machine itself                | "abc/x" = "localhost/abc/x"                              | private-domain:2
            a network's own domain            | "abc/x" = "images.acme.internal/abc/x"                   | private-domain:2
            an account's registry             | "abc/x" = "acme.azurecr.io/abc/x"                        | account-registry:2
            an account's namespace            | "abc/x" = "gcr.io/acme-123/abc/x"                        | account-namespace:2
            a vendor's account                | "nvidia/x" = "nvcr.io/nvidia/x"                          | ``
            a repository manager              | "abc/x" = "a.artifactory.acme.org/abc/x"                 | repository-manager:2
            a proxy                           | "abc/x" = "docker-proxy.acme.org/abc/x"                  | repository-manager:2
            a namespace of Quay               | "opencloudio" = "quay.io/opencloudio"                    | namespace-as-repository:2
            a namespace of Docker Hub         | "ibmcom" = "docker.io/ibmcom"                            | no-official-image:2
            a part twice                      | "abc/x" = "quay.io/abc/abc/x"                            | repeated-component:2
            a part twice in the name, too     | "abc/abc" = "quay.io/abc/abc"                            | ``
            a namespace of the same name      | "grafana" = "docker.io/grafana/grafana"                  | ``
            another name                      | "tool-minimal" = "quay.io/abc/tool-minimum"              | path-unlike-key:2
            a namespace that is a number      | "abc/x" = "registry.connect.redhat.com/5f7d444f29373868204229e0/abc/x" | hex-namespace:2
            a namespace with few digits       | "abc/x" = "registry.connect.redhat.com/5f7d444f/abc/x"   | ``
            a long word of hex letters        | "abc/x" = "registry.connect.redhat.com/deadbeefdeadbeef/abc/x" | ``
            """)
    void inOneAlias(String what, String alias, String expected) {
        assertEquals(expected, Linted.shown(Linted.lint("[aliases]~" + alias)), what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a letter apart, two registries    | [aliases]~"foo/barbaz"="quay.io/foo/barbaz"~"foo/barbez"="docker.io/foo/barbez" | near-miss:3
            the one that tells less, first    | [aliases]~"foo/barbaz"="stranger.org/foo/barbaz"~"foo/barbez"="registry.redhat.io/foo/barbez" | near-miss:2
            a letter apart, two namespaces    | [aliases]~"foobar/x"="quay.io/foobar/x"~"foobat/x"="quay.io/foobat/x" | near-miss:3
            a letter apart, one owner         | [aliases]~"foo/barbaz"="quay.io/foo/barbaz"~"foo/barbez"="quay.io/foo/barbez" | ``
            two versions                      | [aliases]~"foo/bar8"="quay.io/foo/bar8"~"foo/bar9"="docker.io/foo/bar9" | ``
            names too short to be near        | [aliases]~"abc"="quay.io/x/abc"~"abd"="docker.io/x/abd" | ``
            erased, and so not near           | [aliases]~"foo/barbaz"="quay.io/foo/barbaz"~"foo/barbez"="" | ``
            another meaning                   | [aliases]~"abc/x"="quay.io/abc/x" ^ [aliases]~"abc/x"="docker.io/abc/x" | shadowed-alias:2:2
            the same meaning                  | [aliases]~"abc/x"="quay.io/abc/x" ^ ~[aliases]~"abc/x"="quay.io/abc/x" | repeated-alias:2:3
            no meaning                        | [aliases]~"abc/x"="quay.io/abc/x" ^ [aliases]~"abc/x"="" | erased-alias:2:2
            no meaning, a closed search       | unqualified-search-registries=["registry.redhat.io"]~[aliases]~"abc/x"="quay.io/abc/x" ^ [aliases]~"abc/x"="" | erased-alias:2:2
            no meaning, an open search        | unqualified-search-registries=["docker.io"]~[aliases]~"abc/x"="quay.io/abc/x" ^ [aliases]~"abc/x"="" | erased-to-search:2:2
            no meaning, reserved at Docker    | unqualified-search-registries=["docker.io"]~[aliases]~"mongo"="docker.io/library/mongo" ^ [aliases]~"mongo"="" | erased-alias:2:2
            erased and given again            | [aliases]~"abc/x"="" ^ [aliases]~"abc/x"="docker.io/abc/x" | shadowed-alias:2:2
            a meaning that is blocked         | [[registry]]~location="quay.io/abc"~blocked=true~[aliases]~"abc/x"="quay.io/abc/x" | blocked-alias:5
            blocked with a mirror             | [[registry]]~location="quay.io/abc"~blocked=true~[[registry.mirror]]~location="m.org/abc"~[aliases]~"abc/x"="quay.io/abc/x" | ``
            """)
    void inSeveralAliases(String what, String text, String expected) {
        assertEquals(expected, Linted.shown(Linted.lint(text)), what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            one registry                      | unqualified-search-registries=["docker.io"]                                          | ``
            open ahead of another             | unqualified-search-registries=[~"docker.io",~"registry.redhat.io"]                    | permissive-search:1 open-registry-first:2
            open behind                       | unqualified-search-registries=["registry.redhat.io","docker.io"]                     | permissive-search:1
            open ahead, but nobody guesses    | short-name-mode="enforcing"~unqualified-search-registries=["docker.io","a.org"]      | ``
            nobody asks                       | short-name-mode="disabled"~unqualified-search-registries=["a.org","b.org"]           | permissive-search:2
            the mode in another file          | unqualified-search-registries=["a.org","b.org"] ^ short-name-mode="enforcing"        | ``
            one registry by two names         | unqualified-search-registries=["docker.io","registry-1.docker.io"]                   | other-spelling:1
            a page to search                  | unqualified-search-registries=["hub.docker.com"]                                     | web-address:1
            what is blocked                   | unqualified-search-registries=["a.org"]~[[registry]]~location="a.org"~blocked=true   | blocked-search:1
            two lists                         | unqualified-search-registries=["a.org"] ^ unqualified-search-registries=[]           | replaced-search:2:1
            """)
    void inSearchLists(String what, String text, String expected) {
        assertEquals(expected, Linted.shown(Linted.lint(text)), what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a plain table                     | [[registry]]~location="a.org"                                                        | ``
            a block taken away                | [[registry]]~location="a.org"~blocked=true ^ [[registry]]~location="a.org"           | unblocked:2:1
            a table replaced                  | [[registry]]~location="a.org" ^ [[registry]]~location="a.org"~blocked=true           | replaced-registry:2:1
            two spellings, one blocked        | [[registry]]~location="docker.io"~blocked=true~[[registry]]~location="registry-1.docker.io" | incomplete-block:1 other-spelling:4 contradiction:4
            an IPv6 address in two spellings  | [[registry]]~location="[::1]:5000"~insecure=true~[[registry]]~location="[0:0::1]:5000"| other-spelling:4 contradiction:4
            two spellings, one meaning        | [[registry]]~location="quay.io"~[[registry]]~location="quay.io:443"                  | other-spelling:3
            one location in two files         | [[registry]]~location="a.org"~[[registry.mirror]]~location="m.org" ^ [[registry]]~prefix="b.org"~location="a.org"~blocked=true | contradiction:2:1
            Docker Hub under one name         | [[registry]]~location="docker.io"~blocked=true                                       | incomplete-block:1
            Docker Hub under all names        | [[registry]]~location="docker.io"~blocked=true~[[registry]]~location="registry-1.docker.io"~blocked=true~[[registry]]~location="registry.hub.docker.com"~blocked=true | other-spelling:4 other-spelling:7
            a hole below a path               | [[registry]]~location="a.org"~blocked=true~[[registry]]~location="a.org/b/c"         | hole-in-block:4
            a hole below a wildcard           | [[registry]]~prefix="*.a.org"~blocked=true~[[registry]]~location="x.y.a.org"         | hole-in-block:4
            a hole in a port                  | [[registry]]~location="a.org"~blocked=true~[[registry]]~location="a.org:5000"        | hole-in-block:4
            a neighbour of a block            | [[registry]]~location="a.org/b"~blocked=true~[[registry]]~location="a.org/bc"        | ``
            a location that is blocked        | [[registry]]~prefix="a.org"~location="b.org/x"~[[registry]]~location="b.org"~blocked=true | blocked-source:1
            a mirror that is blocked          | [[registry]]~location="a.org"~[[registry.mirror]]~location="b.org"~[[registry]]~location="b.org"~blocked=true | blocked-source:1
            a host that is used with a port   | [[registry]]~location="a.org"~[aliases]~"x/y"="a.org:5000/x/y"                       | port-quirk:1 port:4
            a host and its port               | [[registry]]~location="a.org"~[[registry]]~location="a.org:5000"~[aliases]~"x/y"="a.org:5000/x/y" | port:6
            a page's table                    | [[registry]]~location="hub.docker.com"                                               | web-address:1
            a page for a mirror               | [[registry]]~location="docker.io"~[[registry.mirror]]~location="hub.docker.com"      | web-address:3
            an official image's prefix        | [[registry]]~location="docker.io/redis"                                              | prefix-without-library:1
            a namespace's prefix              | [[registry]]~location="docker.io/grafana"                                            | ``
            digests only of what is blocked   | [[registry]]~location="a.org"~blocked=true~mirror-by-digest-only=true~[[registry.mirror]]~location="m.org" | mirror-cannot-serve:1
            tags only of what is blocked      | [[registry]]~location="a.org"~blocked=true~[[registry.mirror]]~location="m.org"~pull-from-mirror="tag-only" | mirror-cannot-serve:1
            digests and tags of it            | [[registry]]~location="a.org"~blocked=true~[[registry.mirror]]~location="m.org"~pull-from-mirror="tag-only"~[[registry.mirror]]~location="n.org"~pull-from-mirror="digest-only" | ``
            a mirror limited elsewhere        | [[registry]]~location="a.org"~mirror-by-digest-only=true~[[registry.mirror]]~location="m.org"~[[registry]]~location="b.org"~[[registry.mirror]]~location="m.org" | mirror-by-tag:8
            a mirror open to anybody          | [[registry]]~location="a.org"~[[registry.mirror]]~location="quay.io/acme"            | open-mirror-by-tag:3
            the same for digests only         | [[registry]]~location="a.org"~[[registry.mirror]]~location="quay.io/acme"~pull-from-mirror="digest-only" | ``
            a mirror that is the source       | [[registry]]~location="a.org"~[[registry.mirror]]~location="a.org"                   | useless-mirror:3
            a mirror twice                    | [[registry]]~location="a.org"~[[registry.mirror]]~location="m.org"~[[registry.mirror]]~location="m.org" | useless-mirror:5
            no TLS                            | [[registry]]~location="a.org:5000"~insecure=true                                     | insecure:3
            no TLS, and every port            | [[registry]]~location="a.org"~insecure=true                                          | port-quirk:3 insecure:3
            no TLS on the machine itself      | [[registry]]~location="localhost:5000"~insecure=true                                 | ``
            no TLS of a mirror                | [[registry]]~location="a.org"~[[registry.mirror]]~location="m.org"~insecure=true     | insecure:3
            no TLS of a public registry       | [[registry]]~location="quay.io/acme"~insecure=true                                   | insecure-known-registry:3
            """)
    void inRegistries(String what, String text, String expected) {
        assertEquals(expected, Linted.shown(Linted.lint(text)), what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            version 1, now                    | CURRENT | [registries.search]~registries=["a.org"]              | v1-format:1
            version 1, then                   | LEGACY  | [registries.search]~registries=["a.org"]              | v1-syntax:0
            version 1 is looked at            | LEGACY  | [registries.search]~registries=["hub.docker.com"]     | v1-syntax:0 web-address:2
            a line that is no TOML            | CURRENT | [aliases]~"a/b"~"ubi9"="quay.io/x/ubi9"               | syntax:2 third-party-host:3
            a key without a meaning           | CURRENT | [[registry]]~location="a.org"~block=true              | unknown-key:3
            """)
    void inFilesAsAWhole(String what, Generation generation, String text, String expected) {
        assertEquals(expected, Linted.shown(Linted.lint(text, generation)), what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            at the line's end                 | [aliases]~"abc/x"="a.org:1/abc/x" # truename: allow port ours           | port:2=ours
            above the line                    | [aliases]~# truename: allow port it is ours~~# yes~"abc/x"="a.org:1/abc/x" | port:5=it is ours
            two rules                         | [aliases]~# truename: allow port a~"ubi9"="a.org:1/ubi9" # truename: allow third-party-host b | third-party-host:3=b port:3=a
            another line                      | [aliases]~# truename: allow port a~"b/c"="a.org/b/c"~"abc/x"="a.org:1/abc/x" | useless-allow:2 port:4
            another rule                      | [aliases]~"abc/x"="a.org:1/abc/x" # truename: allow insecure a          | port:2 useless-allow:2
            no such rule                      | [aliases]~"abc/x"="a.org/abc/x" # truename: allow prot a                | useless-allow:2
            no reason                         | [aliases]~"abc/x"="a.org:1/abc/x" # truename: allow port                | port:2 useless-allow:2
            no rule                           | [aliases]~# truename: allow                                             | useless-allow:2
            an error in the text              | [aliases]~a = # truename: allow syntax it is ours                       | useless-allow:2 syntax:2
            a reader's warning                | x = 1 # truename: allow unknown-key for another tool                    | unknown-key:1=for another tool
            """)
    void whatACommentAccepts(String what, String text, String expected) {
        assertEquals(expected, Linted.shown(Linted.lint(text)), what);
    }

    @Test
    @DisplayName("every rule is found in some case above")
    void everyRuleHasACase() {
        Set<String> found = new HashSet<>();
        for (Method method : LinterTest.class.getDeclaredMethods()) {
            CsvSource cases = method.getAnnotation(CsvSource.class);
            if (cases != null) {
                cases.textBlock().lines().forEach(line -> {
                    String expected = line.substring(line.lastIndexOf('|') + 1);
                    Arrays.stream(expected.strip().split(" ")).forEach(word -> found.add(word.split(":")[0]));
                });
            }
        }
        Set<String> missing = Linter.ownRules().stream().map(LintRule::id).collect(Collectors.toSet());
        missing.removeAll(found);
        assertEquals(Set.of(), missing);
    }

    @Test
    void aFindingTellsWhatWhereAndWhatToDo() {
        LintFinding finding =
                Linted.lint("[aliases]~\"mongo\" = \"acme.jfrog.io/mongo\"").getFirst();
        assertEquals(
                "1.conf:2: \"mongo\" means acme.jfrog.io/mongo, but is the name of an official image of Docker Hub"
                        + " [docker-official-name]",
                finding.toString());
        assertEquals("remove it, or write docker.io/library/mongo", finding.fix());
        assertEquals("mongo", finding.subject());
        assertEquals(Level.ERROR, finding.rule().level());
    }

    @Test
    void whatIsShadowedIsNamedWithItsPlace() {
        assertEquals(
                "2.conf:2: \"abc/x\" means docker.io/abc/x from here on; before, \"abc/x\" means quay.io/abc/x"
                        + " (1.conf:2) [shadowed-alias]",
                Linted.lint("[aliases]~\"abc/x\"=\"quay.io/abc/x\" ^ [aliases]~\"abc/x\"=\"docker.io/abc/x\"")
                        .getFirst()
                        .toString());
    }

    @Test
    void ofOneRuleAFileIsNotToldWithoutEnd() {
        StringBuilder text = new StringBuilder("[aliases]\n");
        for (int i = 0; i < Told.MOST + 10; i++) {
            text.append("\"n").append(i).append("/x\" = \"a.org:1/n").append(i).append("/x\"\n");
        }
        List<LintFinding> findings = Linted.lint(text.toString());
        assertEquals(Told.MOST + 1, findings.size());
        assertEquals("there are more of these from here on", findings.getLast().message());
    }

    @Test
    void theShippedTablesAreClean() throws Exception {
        for (String table : List.of("official.conf", "openshift.conf")) {
            Path path = Path.of("..", "catalog", table);
            LintFile file = LintFile.parse(path, Files.readAllBytes(path), Generation.CURRENT);
            assertTrue(file.content().aliases().size() > 500);
            assertEquals(List.of(), Linter.lint(List.of(file)), table);
        }
    }

    @Test
    void rulesAreToldOnceAndInWords() {
        Set<String> ids = new HashSet<>();
        for (LintRule rule : Linter.rules()) {
            assertTrue(ids.add(rule.id()), rule.id());
            for (String text : List.of(rule.title(), rule.why(), rule.fix())) {
                assertTrue(text.endsWith(".") || text.endsWith("`"), text);
            }
        }
    }
}
