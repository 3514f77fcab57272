package dev.truename.names.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.config.Mirror.PullFrom;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What counts when several files speak.
class MergeTest {
    private static final String MAIN = "etc/containers/registries.conf";
    private static final String DROP_IN = MAIN + ".d/a.conf";
    private static final String ALIASES = "home/.cache/containers/short-name-aliases.conf";

    @TempDir
    Path root;

    Host host;

    @BeforeEach
    void host() {
        host = new Host(root);
    }

    private Origin origin(String file, int line) {
        return new Origin(host.path(file), line);
    }

    private static List<String> values(List<Sourced<String>> list) {
        return list.stream().map(Sourced::value).toList();
    }

    @Test
    @DisplayName("the later search list, helpers and mode replace the earlier ones, and a missing one keeps them")
    void replaced() {
        host.file(
                MAIN,
                "short-name-mode = \"enforcing\"\ncredential-helpers = [\"x\"]\nunqualified-search-registries = [\n\"a.io\",\n\"b.io\"]\n");
        host.file(DROP_IN, "unqualified-search-registries = [\"c.io\"]\n");
        RegistriesConfiguration configuration = host.load();
        assertEquals(List.of("c.io"), values(configuration.searchRegistries().registries()));
        assertEquals(
                Optional.of(origin(DROP_IN, 1)),
                configuration.searchRegistries().origin());
        assertEquals(List.of(origin(MAIN, 3)), configuration.searchRegistries().shadows());
        assertEquals(Optional.of(new Sourced<>(ShortNameMode.ENFORCING, origin(MAIN, 1))), configuration.mode());
        assertEquals(List.of(new Sourced<>("x", origin(MAIN, 2))), configuration.credentialHelpers());
    }

    @Test
    @DisplayName("an empty list replaces by empty")
    void emptied() {
        host.file(MAIN, "credential-helpers = [\"x\"]\nunqualified-search-registries = [\"a.io\"]\n");
        host.file(DROP_IN, "credential-helpers = []\nunqualified-search-registries = []\n");
        assertEquals(List.of(), host.load().searchRegistries().registries());
        assertEquals(List.of(), host.load().credentialHelpers());
        assertEquals(
                Optional.of(origin(DROP_IN, 2)), host.load().searchRegistries().origin());
    }

    @Test
    @DisplayName("a value in a list has its own line")
    void lines() {
        host.file(MAIN, "unqualified-search-registries = [\n\"a.io\",\n\"A.io:80/\"]\n");
        assertEquals(
                List.of(new Sourced<>("a.io", origin(MAIN, 2)), new Sourced<>("a.io:80", origin(MAIN, 3))),
                host.load().searchRegistries().registries());
    }

    @Test
    @DisplayName("the caller's mode beats the files'")
    void callersMode() {
        host.file(MAIN, "short-name-mode = \"enforcing\"\n");
        assertEquals(ShortNameMode.ENFORCING, host.load().effectiveMode());
        RegistriesConfiguration configuration =
                host.mode(ShortNameMode.DISABLED).load();
        assertEquals(ShortNameMode.DISABLED, configuration.effectiveMode());
        assertEquals(
                "--short-name-mode", configuration.mode().orElseThrow().origin().toString());
    }

    @Test
    @DisplayName("a registry of a later file replaces the one of the same prefix whole, and says so")
    void registries() {
        host.file(
                MAIN,
                "[[registry]]\nprefix = \"A.io\"\nlocation = \"x.io\"\n[[registry.mirror]]\nlocation = \"m.io\"\n[[registry]]\nlocation = \"b.io/\"\n");
        host.file(DROP_IN, "[[registry]]\nlocation = \"a.io\"\nblocked = true\n");
        List<RegistryEntry> registries = host.load().registries();
        assertEquals(
                List.of("b.io", "a.io"),
                registries.stream().map(RegistryEntry::prefix).toList());
        RegistryEntry a = registries.getLast();
        assertEquals(List.of(), a.mirrors());
        assertEquals(new Sourced<>(true, origin(DROP_IN, 3)), a.blocked());
        assertEquals(new Sourced<>(false, origin(DROP_IN, 1)), a.insecure());
        assertEquals(List.of(origin(MAIN, 1)), a.shadows());
    }

    @Test
    @DisplayName("within one file the first of equal prefixes wins")
    void firstInFile() {
        host.file(
                MAIN,
                "[[registry]]\nprefix=\"a.io\"\nlocation=\"x.io\"\n[[registry]]\nprefix=\"a.io\"\nlocation=\"y.io\"\n");
        assertEquals(
                List.of("x.io"),
                host.load().registries().stream().map(RegistryEntry::location).toList());
    }

    @Test
    @DisplayName("mirror-by-digest-only is folded into each mirror")
    void mirrors() {
        host.file(MAIN, """
                [[registry]]
                location = "a.io"
                mirror-by-digest-only = true
                mirror = [{ location = "m.io/x/", insecure = true }]
                [[registry]]
                location = "b.io"
                [[registry.mirror]]
                location = "m.io"
                pull-from-mirror = "tag-only"
                [[registry.mirror]]
                location = "n.io"
                """);
        List<RegistryEntry> registries = host.load().registries();
        assertEquals(
                List.of(new Mirror("m.io/x", true, PullFrom.DIGEST_ONLY, origin(MAIN, 4))),
                registries.getFirst().mirrors());
        assertEquals(
                List.of(
                        new Mirror("m.io", false, PullFrom.TAG_ONLY, origin(MAIN, 7)),
                        new Mirror("n.io", false, PullFrom.ALL, origin(MAIN, 10))),
                registries.getLast().mirrors());
    }

    @Test
    @DisplayName("the alias file beats registries.conf, an empty value hides, and what is shadowed is kept")
    void aliases() {
        host.file(MAIN, "[aliases]\na = \"docker.io/a\"\nb = \"x.io/b\"\nc = \"x.io/c\"\n");
        host.file(DROP_IN, "[aliases]\na = \"x.io/a\"\nc = \"\"\n");
        host.file(ALIASES, "[aliases]\na = \"y.io/a\"\nb = \"\"\n");
        RegistriesConfiguration configuration = host.load();
        AliasDefinition a = configuration.alias("a").orElseThrow();
        assertEquals("y.io/a", a.target().orElseThrow().toString());
        assertEquals(origin(ALIASES, 2), a.origin());
        assertTrue(configuration.alias("b").orElseThrow().target().isEmpty());
        assertTrue(configuration.alias("c").orElseThrow().target().isEmpty());
        assertEquals(
                List.of("docker.io/library/a", "x.io/a"),
                configuration.shadowedAliases().getOrDefault("a", List.of()).stream()
                        .map(alias -> alias.target().orElseThrow().toString())
                        .toList());
    }

    @Test
    @DisplayName("the alias file is read without a lock file, and nothing is made")
    void readsOnly() {
        host.file(ALIASES, "[aliases]\n");
        host.load();
        assertTrue(Files.notExists(host.path(ALIASES + ".lock")));
        new Host(root.resolve("empty")).load();
        assertTrue(Files.notExists(root.resolve("empty")));
    }

    @Test
    @DisplayName("legacy: version 1 means what its conversion means")
    void version1() throws Exception {
        String text = """
                [registries.search]
                registries = ["a.io", "B.io"]
                [registries.insecure]
                registries = ["c.io:80", "d.io"]
                [registries.block]
                registries = ["d.io", "e.io/x"]
                """;
        RegistriesConfiguration legacy =
                host.file(MAIN, text).generation(Generation.LEGACY).load();
        host.file(MAIN, V1Converter.convert(host.path(MAIN)));
        RegistriesConfiguration converted = host.generation(Generation.CURRENT).load();
        assertEquals(List.of("a.io", "b.io"), values(legacy.searchRegistries().registries()));
        assertEquals("d.io true true, e.io/x true false, c.io:80 false true", shown(legacy));
        assertEquals(shown(legacy), shown(converted));
        assertEquals(
                values(legacy.searchRegistries().registries()),
                values(converted.searchRegistries().registries()));
        assertEquals(origin(MAIN, 6), legacy.registries().getFirst().blocked().origin());
    }

    private static String shown(RegistriesConfiguration configuration) {
        return String.join(
                ", ",
                configuration.registries().stream()
                        .map(r -> r.location() + " " + r.blocked().value() + " "
                                + r.insecure().value())
                        .toList());
    }
}
