package dev.truename.names.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            a: b                        | {a=b}
            {"a": "b\\u0041\\/"}        | {a=bA/}
            a: [b, 'it''s', "c\\td"]    | {a=[b,it's,c\td]}
            a: 1.10                     | {a=1.10}
            a:                          | {a=}
            a: &x {b: c}                | {a={b=c}}
            [&x a, *x]                  | [a,a]
            a: !!str 5                  | {a=5}
            - a                         | [a]
            a: b # c                    | {a=b}
            """)
    void reads(String document, String expected) {
        assertEquals(List.of(expected.replace("\\t", "\t")), Told.of(document));
    }

    @Test
    void blocks() {
        assertEquals(List.of("{a=b c\n,d=e\nf}"), Told.of("a: >\n  b\n  c\nd: |-\n  e\n  f\n"));
    }

    @Test
    void manyDocuments() {
        assertEquals(List.of("a", "b", "{c=d}"), Told.of("a\n---\nb\n...\n--- {c: d}\n"));
    }

    @Test
    @DisplayName("JSON may be indented by tabs")
    void tabs() {
        assertEquals(List.of("{a=[b]}"), Told.of("{\n\t\"a\": [\n\t\t\"b\"\n\t]\n}\n"));
    }

    @Test
    @DisplayName("a document that cannot be read costs itself alone")
    void goesOn() {
        assertEquals(
                List.of(
                        "{a=b}",
                        "! 10 expected the node content, but found '}'",
                        "{c=d}",
                        "! 30 expected the node content, but found '<document start>'",
                        "{e=f}"),
                Told.of("a: b\n---\n[}\n---\nc: d\n---\nx: [\n---\ne: f\n"));
    }

    @Test
    void placesAreIndexesOfTheText() {
        String text = "\ud83d\ude00: &x \"\ud83d\ude00\"\nb: c\n";
        List<YamlNode> roots = new ArrayList<>();
        Yaml.read(text, new Told.Roots(roots));
        YamlMapping mapping = (YamlMapping) roots.getFirst();
        YamlScalar first = (YamlScalar) mapping.entries().getFirst().value();
        assertEquals("&x \"\ud83d\ude00\"", text.substring(first.start(), first.end()));
        YamlScalar second = (YamlScalar) mapping.entries().getLast().value();
        assertEquals("c", text.substring(second.start(), second.end()));
    }

    @Test
    void placesAreRightBehindAMistake() {
        String text = "\ud83d\ude00: [\n---\nb: c\n";
        List<YamlNode> roots = new ArrayList<>();
        Yaml.read(text, new Told.Roots(roots));
        YamlScalar value = (YamlScalar)
                ((YamlMapping) roots.getFirst()).entries().getFirst().value();
        assertEquals(text.indexOf('c'), value.start());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {[a]: b}  | a key is no text
            {{ a }}   | a key is no text
            *x        | the alias *x stands for nothing that is whole before it
            &x [*x]   | the alias *x stands for nothing that is whole before it
            """)
    void refuses(String document, String message) {
        List<String> told = Told.of(document);
        assertTrue(told.size() == 1 && told.getFirst().endsWith(message), told::toString);
    }

    @Test
    void refusesWhatIsTooDeep() {
        assertEquals(
                1,
                Told.of("[".repeat(99) + "]".repeat(99)).stream()
                        .filter(line -> !line.startsWith("!"))
                        .count());
        assertTrue(Told.of("[".repeat(200_000)).getFirst().endsWith("more than 100 levels deep"));
        StringBuilder chain = new StringBuilder("- &a0 [x]\n");
        for (int i = 1; i < 200; i++) {
            chain.append("- &a" + i + " [*a" + (i - 1) + "]\n");
        }
        assertTrue(Told.of(chain.toString()).getFirst().endsWith("more than 100 levels deep"));
    }

    @Test
    @DisplayName("characters of two halves are whole, wherever the parser's buffer ends")
    void pairs() {
        String pair = "\ud83d\ude00";
        for (int before = 0; before < 4; before++) {
            String text = "a".repeat(before) + pair.repeat(20_000);
            assertEquals(List.of(text), Told.of(text));
        }
        assertEquals(List.of("! 1 there is the control character \\u{d83d}"), Told.of("a\ud83d"));
    }

    @Test
    void refusesControlCharacters() {
        assertEquals(List.of("! 3 there is the control character \\u{0}"), Told.of("a: \0\n"));
    }

    @Test
    @DisplayName("what is merged counts where there is nothing nearer")
    void merges() {
        List<YamlNode> roots = new ArrayList<>();
        Yaml.read("[&a {x: 1, y: 1}, &b {y: 2, z: 2}, {<<: [*a, *b], x: 0}, {<<: *b, <<: *a}]", new Told.Roots(roots));
        List<YamlNode> items = ((YamlSequence) roots.getFirst()).items();
        YamlMapping third = (YamlMapping) items.get(2);
        assertEquals(List.of("0", "1", "2"), List.of(text(third, "x"), text(third, "y"), text(third, "z")));
        YamlMapping fourth = (YamlMapping) items.get(3);
        assertEquals("2", text(fourth, "y"));
        assertEquals("null", text(fourth, "w"));
    }

    private static String text(YamlMapping mapping, String key) {
        return String.valueOf(mapping.text(key));
    }
}
