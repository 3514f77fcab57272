package dev.truename.names.toml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlVersion;

/// Another reader, tomlj, as the oracle. Known deviations, which the generators keep clear of or [#agree] allows for:
/// tomlj 2.2 refuses a time with more than nine digits of fraction, accepts some control characters, and takes other
/// views of tables that are defined both by headers and dotted keys.
class TomlDifferentialTest {
    @Property(tries = 500)
    void agreesOnDocuments(@ForAll("documents") String document) {
        agree(document);
    }

    @Property(tries = 500)
    void agreesOnDamagedDocuments(
            @ForAll("documents") String document, @ForAll("damage") String damage, @ForAll("places") double place) {
        int at = (int) (document.length() * place);
        agree(document.substring(0, at) + damage + document.substring(Math.min(document.length(), at + 1)));
    }

    private static void agree(String document) {
        Toml.Result ours = Toml.read(document.getBytes(UTF_8));
        TomlParseResult theirs = org.tomlj.Toml.parse(document, TomlVersion.V1_0_0);
        assertEquals(
                theirs.hasErrors(),
                !ours.errors().isEmpty(),
                () -> document + "\n" + ours.errors() + "\n" + theirs.errors());
        if (!theirs.hasErrors()) {
            assertEquals(sorted(theirs), sorted(ours.root()), document);
        }
    }

    private static String sorted(Object value) {
        return switch (value) {
            case TomlTable table -> {
                TreeMap<String, String> entries = new TreeMap<>();
                table.entries().forEach(entry -> entries.put(entry.key(), sorted(entry.value())));
                yield entries.toString();
            }
            case TomlArray array ->
                array.items().stream()
                        .map(TomlDifferentialTest::sorted)
                        .toList()
                        .toString();
            case TomlValue scalar -> Shown.of(scalar);
            case org.tomlj.TomlTable table -> {
                TreeMap<String, String> entries = new TreeMap<>();
                table.keySet().forEach(key -> entries.put(key, sorted(table.get(List.of(key)))));
                yield entries.toString();
            }
            case org.tomlj.TomlArray array ->
                array.toList().stream()
                        .map(TomlDifferentialTest::sorted)
                        .toList()
                        .toString();
            case String text -> Shown.of(new TomlValue.Text(text, 1, 1));
            default -> value.toString();
        };
    }

    @Provide
    Arbitrary<Double> places() {
        return Arbitraries.doubles().between(0, 0.99);
    }

    @Provide
    Arbitrary<String> damage() {
        return Arbitraries.of(
                "", "\"", "'", "[", "]", "{", "}", "=", ",", ".", "#", "\n", " ", "x", "0", "_", "-", "\\", "é");
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> line = Arbitraries.frequencyOf(
                Tuple.of(6, entries()),
                Tuple.of(1, keys().map(key -> "[" + key + "]")),
                Tuple.of(1, keys().map(key -> "[[" + key + "]]")),
                Tuple.of(1, Arbitraries.of("# comment", "", "  \t")));
        return line.list().ofMaxSize(12).map(lines -> String.join("\n", lines));
    }

    private static Arbitrary<String> entries() {
        return Combinators.combine(keys(), Arbitraries.lazy(() -> values(2))).as((key, value) -> key + " = " + value);
    }

    private static Arbitrary<String> keys() {
        return Arbitraries.strings()
                .withCharRange('a', 'f')
                .ofMinLength(3)
                .ofMaxLength(6)
                .flatMap(key -> Arbitraries.of(key, "\"" + key + "/x\"", "'" + key + ".y'", key + "-1"));
    }

    private static Arbitrary<String> values(int depth) {
        Arbitrary<String> scalar = Arbitraries.of(
                "1",
                "-17",
                "1_000",
                "0xff",
                "0o7",
                "0b1",
                "1.5",
                "-2e3",
                "true",
                "false",
                "\"text\"",
                "'lit\\eral'",
                "\"\\t\\u00e9\"",
                "\"\"\"\nmany\nlines\"\"\"",
                "'''raw'''",
                "1979-05-27",
                "07:32:10",
                "1979-05-27T07:32:10",
                "1979-05-27T07:32:10Z",
                "\"registry.example.com/a/b\"",
                "1.",
                "01",
                "1__0",
                "docker.io",
                "\"\\x\"",
                "+0",
                "1e06");
        if (depth == 0) {
            return scalar;
        }
        Arbitrary<String> inner = Arbitraries.lazy(() -> values(depth - 1));
        Arbitrary<String> array = inner.list().ofMaxSize(3).map(items -> "[" + String.join(", ", items) + "]");
        Arbitrary<String> table =
                Combinators.combine(keys(), inner).as((key, value) -> "{" + key + " = " + value + "}");
        return Arbitraries.frequencyOf(Tuple.of(6, scalar), Tuple.of(1, array), Tuple.of(1, table));
    }
}
