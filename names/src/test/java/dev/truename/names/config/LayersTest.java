package dev.truename.names.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whose the files are, and what a policy holds against the layers below.
class LayersTest {
    private static final String OFFICIAL = "usr/containers/registries.conf";
    private static final String CLUSTER = "etc/containers/registries.conf";
    private static final String USER = "home/.config/containers/registries.conf";
    private static final String ALIASES = "home/.cache/containers/short-name-aliases.conf";
    private static final Map<String, String> FILES = Map.of("official", OFFICIAL, "cluster", CLUSTER, "user", USER);
    private static final String TABLE = OFFICIAL + ".d/001-table.conf";
    private static final String GOOD = "[aliases]\n\"ubi9\" = \"good.io/ubi9\"\n";
    private static final String EVIL = "[aliases]\n\"ubi9\" = \"evil.io/ubi9\"\n";

    @TempDir
    Path root;

    Host host;

    @BeforeEach
    void host() {
        host = new Host(root);
    }

    private Host protecting(String owner, String files, String names) {
        return host.policy(
                "[[layer]]\nowner = \"" + owner + "\"\nfiles = [\"@/" + files + "\"]\nprotect = [" + names + "]\n");
    }

    private static String target(RegistriesConfiguration configuration, String name) {
        return configuration
                .alias(name)
                .map(alias -> alias.target().map(Repository::toString).orElse("erased"))
                .orElse("nothing");
    }

    @Test
    @DisplayName("a file belongs to whom its folder belongs to; with no policy the later file counts, as ever")
    void owners() {
        host.file(TABLE, GOOD)
                .file(CLUSTER + ".d/002.conf", GOOD)
                .file(USER, "")
                .file(ALIASES, EVIL);
        RegistriesConfiguration configuration = host.load();
        assertEquals(
                Map.of(
                        host.path(TABLE), Owner.OFFICIAL,
                        host.path(CLUSTER + ".d/002.conf"), Owner.CLUSTER,
                        host.path(USER), Owner.USER,
                        host.path(ALIASES), Owner.USER),
                configuration.layers().owners());
        assertEquals("evil.io/ubi9", target(configuration, "ubi9"));
        assertEquals(List.of(), configuration.warnings());
    }

    /// For each pair of owners, what becomes of a protected name to which the other one gives the same meaning,
    /// another one, or none; in a file that is read before, and in one that is read after. P: the protected one
    /// counts. R: so it does, and the other one is refused aloud. L: the later one counts.
    @ParameterizedTest(name = "{0} against {1}")
    @CsvSource(delimiter = '|', textBlock = """
            official | official | P P P | L L L
            official | cluster  | P P P | P R R
            official | user     | P P P | P R R
            cluster  | official | P P P | L L L
            cluster  | cluster  | P P P | L L L
            cluster  | user     | P P P | P R R
            user     | official | P P P | L L L
            user     | cluster  | P P P | L L L
            user     | user     | P P P | L L L
            """)
    void everyCombination(String protector, String other, String before, String after) throws IOException {
        List<String> meanings = List.of("good.io/ubi9", "evil.io/ubi9", "");
        for (String held : List.of("good.io/ubi9", "")) {
            for (int i = 0; i < meanings.size(); i++) {
                // where the erasure is protected, "the same" is an erasure and "none" is another alias
                String meaning = meanings.get(held.isEmpty() ? 2 - i : i);
                combination(protector, other, held, meaning, false, before.split(" ", -1)[i]);
                combination(protector, other, held, meaning, true, after.split(" ", -1)[i]);
            }
        }
    }

    private void combination(
            String protector, String other, String held, String meaning, boolean after, String expected)
            throws IOException {
        String holding = FILES.get(protector) + ".d/5-held.conf";
        String challenging = FILES.get(other) + (after ? ".d/9-other.conf" : ".d/1-other.conf");
        host.file(holding, "[aliases]\n\"ubi9\" = \"" + held + "\"\n");
        host.file(challenging, "[aliases]\n\"ubi9\" = \"" + meaning + "\"\n");
        protecting(protector, holding, "\"ubi*\"");
        String what = protector + " holds <" + held + "> against " + other + " <" + meaning + "> read "
                + (after ? "after" : "before");

        RegistriesConfiguration configuration = host.load();
        AliasDefinition counting = configuration.alias("ubi9").orElseThrow();
        boolean later = expected.equals("L");
        assertEquals(host.path(later ? challenging : holding), counting.origin().file(), what);
        List<Finding> refusals = configuration.warnings().stream()
                .filter(finding -> finding.rule().equals("protected-name"))
                .toList();
        assertEquals(expected.equals("R") ? 1 : 0, refusals.size(), what);
        List<AliasDefinition> refused =
                configuration.layers().protection("ubi9").orElseThrow().refused();
        assertEquals(refusals.size(), refused.size(), what);
        assertEquals(
                1 - refused.size(),
                configuration.shadowedAliases().getOrDefault("ubi9", List.of()).size(),
                what);
        for (Finding refusal : refusals) {
            assertEquals(host.path(challenging) + ":2", refusal.place(), what);
            assertTrue(refusal.message().contains(host.path(holding) + ":2"), refusal.message());
            assertTrue(refusal.message().contains(host.path("etc/truename/truename.conf") + ":4"), refusal.message());
        }
        Files.delete(host.path(holding));
        Files.delete(host.path(challenging));
    }

    @ParameterizedTest
    @CsvSource({
        "ubi9, true",
        "ubi9-minimal, true",
        "tools/ubi9, false",
        "rhel9/toolbox, true",
        "rhel9, false",
    })
    @DisplayName("only names that a pattern matches are protected")
    void patterns(String name, boolean isProtected) {
        host.file(TABLE, "[aliases]\n\"" + name + "\" = \"good.io/x\"\n");
        host.file(ALIASES, "[aliases]\n\"" + name + "\" = \"evil.io/x\"\n");
        protecting("official", TABLE, "\"ubi9*\", \"rhel9/*\"");
        assertEquals(isProtected ? "good.io/x" : "evil.io/x", target(host.load(), name));
        assertEquals(isProtected ? "protected-name:2" : "", host.findings());
    }

    @Test
    @DisplayName("a name that the layer does not define is nobody's")
    void otherNames() {
        host.file(TABLE, GOOD).file(ALIASES, "[aliases]\n\"mine\" = \"my.io/x\"\n");
        protecting("official", TABLE, "\"*\"");
        assertEquals("my.io/x", target(host.load(), "mine"));
        assertEquals("", host.findings());
    }

    @Test
    @DisplayName("what a higher layer redefines stays protected against those below whoever protected it")
    void handedOver() {
        host.file(CLUSTER + ".d/1.conf", EVIL)
                .file(TABLE.replace("001", "2"), GOOD)
                .file(ALIASES, EVIL);
        protecting("cluster", CLUSTER + ".d/*.conf", "\"*\"");
        RegistriesConfiguration configuration = host.load();
        assertEquals("good.io/ubi9", target(configuration, "ubi9"));
        assertEquals("protected-name " + ALIASES + ":2", host.warnings());
    }

    @Test
    @DisplayName("a policy may give a file to another owner; the first layer that names it counts")
    void reassigned() {
        String table = CLUSTER + ".d/001-rhel-shortnames.conf";
        host.file(table, GOOD).file(CLUSTER + ".d/002-overrides.conf", EVIL);
        host.policy("""
                [[layer]]
                owner = "official"
                files = ["@/etc/containers/registries.conf.d/001-*.conf"]
                protect = ["*"]
                [[layer]]
                owner = "user"
                files = ["@/etc/containers/registries.conf.d/*"]
                """);
        RegistriesConfiguration configuration = host.load();
        assertEquals("good.io/ubi9", target(configuration, "ubi9"));
        assertEquals(Owner.OFFICIAL, configuration.layers().owners().get(host.path(table)));
        assertEquals(Owner.USER, configuration.layers().owners().get(host.path(CLUSTER + ".d/002-overrides.conf")));
    }

    /// Whatever a user can do to the files: the name keeps its meaning, and it is told.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a later drop-in           | protected-name home/.config/containers/registries.conf.d/002.conf:2
            the alias file            | protected-name home/.cache/containers/short-name-aliases.conf:2
            an erasure                | protected-name home/.cache/containers/short-name-aliases.conf:2
            a drop-in of its name     | protected-file usr/containers/registries.conf.d/001-table.conf:0\
             protected-name home/.config/containers/registries.conf.d/001-table.conf:2
            a link to nothing instead | protected-file usr/containers/registries.conf.d/001-table.conf:0
            the override              | protected-name other.conf:2
            another main file         | protected-file usr/containers/registries.conf.d/001-table.conf:0
            another main file by name | ''
            another folder            | protected-file usr/containers/registries.conf.d/001-table.conf:0\
             protected-name other/1.conf:2
            """)
    void whateverAUserDoes(String what, String warnings) throws IOException {
        host.file(TABLE, GOOD + "\"other\" = \"good.io/other\"\n");
        protecting("official", TABLE, "\"ubi9\"");
        switch (what) {
            case "a later drop-in" -> host.file(USER + ".d/002.conf", EVIL);
            case "the alias file" -> host.file(ALIASES, EVIL);
            case "an erasure" -> host.file(ALIASES, "[aliases]\n\"ubi9\" = \"\"\n");
            case "a drop-in of its name" -> host.file(USER + ".d/001-table.conf", EVIL);
            case "a link to nothing instead" -> host.link(USER + ".d/001-table.conf", "/dev/null");
            case "the override" ->
                host.file("other.conf", EVIL).variable("CONTAINERS_REGISTRIES_CONF_OVERRIDE", "@/other.conf");
            case "another main file" ->
                host.file("other.conf", EVIL).variable("CONTAINERS_REGISTRIES_CONF", "@/other.conf");
            case "another main file by name" -> host.file("other.conf", EVIL).main("other.conf");
            case "another folder" -> host.file("other/1.conf", EVIL).dir("other");
            default -> throw new AssertionError(what);
        }
        assertEquals("good.io/ubi9", target(host.load(), "ubi9"));
        assertEquals(warnings, host.warnings());
    }

    @Test
    @DisplayName("of a hidden file only what is protected counts")
    void hiddenRest() {
        host.file(TABLE, "unqualified-search-registries = [\"good.io\"]\n" + GOOD + "\"other\" = \"good.io/other\"\n");
        host.file(USER + ".d/001-table.conf", "");
        protecting("official", TABLE, "\"ubi9\"");
        RegistriesConfiguration configuration = host.load();
        assertEquals("nothing", target(configuration, "other"));
        assertEquals(List.of(), configuration.searchRegistries().registries());
    }

    @ParameterizedTest
    @CsvSource({"CURRENT, home/.config", "LEGACY, home/.config"})
    @DisplayName("a user's main file does not hide what the machine's protects")
    void hiddenMainFile(Generation generation, String config) {
        host.generation(generation)
                .file(CLUSTER, GOOD)
                .file(CLUSTER + ".d/1.conf", "[aliases]\n\"x\" = \"good.io/x\"\n");
        host.file(USER, EVIL);
        host.policy("""
                [[layer]]
                owner = "cluster"
                files = ["@/etc/containers/registries.conf", "@/etc/containers/registries.conf.d/*"]
                protect = ["*"]
                """);
        assertEquals("good.io/ubi9", target(host.load(), "ubi9"));
        assertEquals("good.io/x", target(host.load(), "x"));
    }

    @Test
    @DisplayName("whoever has the same say may take a file out of force")
    void ownMask() {
        host.file(CLUSTER + ".d/1.conf", GOOD).file("etc/containers/registries.rootless.conf.d/1.conf", EVIL);
        protecting("cluster", CLUSTER + ".d/1.conf", "\"*\"");
        assertEquals("evil.io/ubi9", target(host.load(), "ubi9"));
        assertEquals("", host.findings());
    }

    @Test
    @DisplayName("a hidden file with mistakes is no less an error than one in force")
    void hiddenMistakes() {
        host.file(TABLE, "[aliases]\n\"ubi9\" = 1\n").file(USER + ".d/001-table.conf", "");
        protecting("official", TABLE, "\"*\"");
        assertEquals("value-type:2 protected-file:0", host.findings());
    }

    @ParameterizedTest(name = "{0} against {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            r.io         | r.io         | true
            r.io         | r.io/ubi9    | true
            r.io         | *.io         | true
            r.io:5000    | r.io         | true
            r.io:5000    | r.io:5000    | true
            r.io:5000    | *.io         | true
            docker.io    | docker.io/library | true
            r.io         | r.io:5000    | false
            r.io         | ar.io        | false
            r.io         | *.r.io       | false
            r.io         | r.iox/y      | false
            r.io:5000    | r.io/x       | false
            [::1]:5000   | [::1]        | true
            """)
    void registries(String held, String prefix, boolean refused) {
        host.policy("[[layer]]\nowner = \"cluster\"\nprotect-registries = [\"" + held + "\"]\n");
        String table = "[[registry]]\nprefix = \"" + prefix + "\"\n"
                + (prefix.startsWith("*")
                        ? "[[registry.mirror]]\nlocation = \"evil.io\"\n"
                        : "location = \"evil.io\"\n");
        host.file(USER, table);
        assertEquals(refused ? 0 : 1, host.load().registries().size());
        assertEquals(
                refused,
                host.load().warnings().stream().anyMatch(f -> f.rule().equals("protected-registry") && f.line() == 1));
    }

    @Test
    @DisplayName("who protects a registry, and those above, say where it is pulled from; anybody may block it")
    void registriesOfOthers() {
        String mirror = "[[registry]]\nlocation = \"r.io\"\n[[registry.mirror]]\nlocation = \"m.io\"\n";
        host.policy("[[layer]]\nowner = \"cluster\"\nprotect-registries = [\"r.io\", \"s.io\"]\n");
        host.file(CLUSTER + ".d/1.conf", mirror).file(USER + ".d/2.conf", mirror.replace("m.io", "evil.io"));
        host.file(USER + ".d/3.conf", "[[registry]]\nlocation = \"s.io\"\nblocked = true\n");
        host.file(
                USER + ".d/4.conf",
                "[[registry]]\nlocation = \"s.io\"\nblocked = true\nmirror = [{location=\"evil.io\"}]\n");
        List<RegistryEntry> registries = host.load().registries();
        assertEquals(
                List.of("r.io", "s.io"),
                registries.stream().map(RegistryEntry::prefix).toList());
        assertEquals("m.io", registries.getFirst().mirrors().getFirst().location());
        assertEquals(List.of(), registries.getLast().mirrors());
        assertEquals(
                "protected-registry " + USER + ".d/2.conf:1 protected-registry " + USER + ".d/4.conf:1",
                host.warnings());
    }

    @Test
    @DisplayName("an alias that would not count is refused before it is written; the meaning it has is not")
    void writing() throws Exception {
        host.file(TABLE, GOOD);
        protecting("official", TABLE, "\"*\"");
        AliasFile file = new AliasFile(host.path(ALIASES));
        ShortName name = ShortName.parseKey("ubi9");
        ProtectedNameException refusal = assertThrows(
                ProtectedNameException.class, () -> file.add(name, Repository.parse("evil.io/ubi9"), host.load()));
        assertEquals(
                new Origin(host.path(TABLE), 2),
                refusal.protection().definition().origin());
        assertEquals(
                new Origin(host.path("etc/truename/truename.conf"), 4),
                refusal.protection().policy());
        assertTrue(Files.notExists(file.path()));
        assertDoesNotThrow(() -> file.add(name, Repository.parse("good.io/ubi9"), host.load()));
        assertDoesNotThrow(() -> file.add(ShortName.parseKey("mine"), Repository.parse("my.io/x"), host.load()));
        assertEquals(2, file.read().size());
        assertEquals("", host.findings());
    }

    @Test
    @DisplayName("an alias file that a policy gives to a higher owner may say what that owner may")
    void writingForOthers() throws Exception {
        host.file(CLUSTER + ".d/1.conf", GOOD);
        host.policy("""
                [[layer]]
                owner = "cluster"
                files = ["@/home/.cache/containers/short-name-aliases.conf"]
                [[layer]]
                owner = "cluster"
                files = ["@/etc/containers/registries.conf.d/1.conf"]
                protect = ["*"]
                """);
        AliasFile file = new AliasFile(host.path(ALIASES));
        file.add(ShortName.parseKey("ubi9"), Repository.parse("other.io/ubi9"), host.load());
        assertEquals("other.io/ubi9", target(host.load(), "ubi9"));
    }

    @Test
    @DisplayName("however many definitions are refused, the findings are bounded and no error")
    void many() {
        StringBuilder table = new StringBuilder("[aliases]\n");
        for (int i = 0; i < 1500; i++) {
            table.append("\"n").append(i).append("\" = \"good.io/x\"\n");
        }
        host.file(TABLE, table.toString()).file(ALIASES, table.toString().replace("good", "evil"));
        protecting("official", TABLE, "\"*\"");
        RegistriesConfiguration configuration = host.load();
        assertEquals(1001, configuration.warnings().size());
        assertEquals("good.io/x", target(configuration, "n1499"));
        assertEquals(
                Optional.of(Owner.OFFICIAL),
                configuration.layers().protection("n1499").map(ProtectedName::by));
    }
}
