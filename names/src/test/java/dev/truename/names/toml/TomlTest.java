package dev.truename.names.toml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TomlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            k = "a\\tb\\u00e9\\U0001F600" | {k="a\\u0009bé😀"}
            k = 'a\\tb'                   | {k="a\\\\tb"}
            k = '''a'b''c'''              | {k="a'b''c"}
            k = ""\"a""b""\"\""           | {k="a""b""\"}
            k = +1_000                    | {k=1000}
            k = -0x                       | !
            k = 0xdead_BEEF               | {k=3735928559}
            k = 0o17                      | {k=15}
            k = 0b101                     | {k=5}
            k = 9223372036854775807       | {k=9223372036854775807}
            k = 9223372036854775808       | !
            k = 01                        | !
            k = 1__0                      | !
            k = 1_                        | !
            k = 1.5e-3                    | {k=0.0015}
            k = 1.                        | !
            k = .5                        | !
            k = -inf                      | {k=-Infinity}
            k = true                      | {k=true}
            k = True                      | !
            k = 1979-05-27T07:32:00Z      | {k=1979-05-27T07:32Z}
            k = 1979-05-27 07:32:01.5     | {k=1979-05-27T07:32:01.500}
            k = 1979-05-27                | {k=1979-05-27}
            k = 07:32:00                  | {k=07:32}
            k = 1979-02-29                | !
            k = 1979-05-27T25:00:00       | !
            k = [1, [2], ["a", ],]        | {k=[1 [2] ["a"]]}
            k = [1 2]                     | !
            k = {a = 1, b.c = 2}          | {k={a=1 b={c=2}}}
            k = {a = 1,}                  | !
            k = {}                        | {k={}}
            a.b.c = 1                     | {a={b={c=1}}}
            "a.b" = 1                     | {a.b=1}
            'a' = 1                       | {a=1}
            k = 1 # comment               | {k=1}
            k = 1 k = 2                   | !
            k =                           | !
            = 1                           | !
            k                             | !
            k = docker.io                 | !
            k = "a                        | !
            k = "\\x41"                   | !
            k = "\\ud800"                 | !
            [a]                           | {a={}}
            [[a]]                         | {a=[{}]}
            [a                            | !
            [a]b = 1                      | !
            []                            | !
            [a.]                          | !
            """)
    void reads(String document, String expected) {
        Toml.Result result = read(document);
        assertEquals(expected, result.errors().isEmpty() ? Shown.of(result.root()) : "!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = 1\na = 2",
                "[a]\n[a]",
                "[a]\nb = 1\n[a.b]",
                "a.b = 1\n[a]",
                "a = {b = 1}\na.c = 2",
                "a = {b = 1}\n[a.c]",
                "a = []\n[[a]]",
                "[[a]]\n[a]",
                "[a]\n[[a]]",
                "[a.b.c]\n[a]\nb.c.d = 1",
                "[[a]]\na.b = 1\na.b = 2",
                "k = {a = 1, a = 2}",
                "k = {a = {}, a.b = 1}",
            })
    @DisplayName("what is defined twice is a mistake that names both lines")
    void duplicate(String document) {
        Toml.Result result = read(document);
        assertEquals(1, result.errors().size(), document);
        assertTrue(result.errors().getFirst().duplicate());
        assertTrue(result.errors().getFirst().message().contains("already defined on line"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [a.b]\\n[a]\\nc = 1                | {a={b={} c=1}}
            [[a]]\\nb = 1\\n[[a]]\\n[a.c]\\nd=1 | {a=[{b=1} {c={d=1}}]}
            [a]\\nb.c = 1\\nb.d = 2\\n[a.b.e]   | {a={b={c=1 d=2 e={}}}}
            k = [ # c\\n 1,\\n\\n 2 # d\\n]     | {k=[1 2]}
            k = ''\\r\\nl = 1                  | {k="" l=1}
            """)
    void readsSeveralLines(String document, String expected) {
        Toml.Result result = read(document.replace("\\n", "\n").replace("\\r", "\r"));
        assertEquals(List.of(), result.errors());
        assertEquals(expected, Shown.of(result.root()));
    }

    @Test
    @DisplayName("every value knows its line, inside arrays too, and its column in code points")
    void positions() {
        Toml.Result result = read(
                "é = 1".replace("é", "\"é\"") + "\n\nlist = [\n  \"a\",\n  \"b\"]\n[[t]]\n  x = \"\"\"\ny\"\"\"\nz=1");
        TomlArray list = (TomlArray) value(result.root(), "list");
        assertEquals("1:7", place(value(result.root(), "é")));
        assertEquals("4:3", place(list.items().get(0)));
        assertEquals("5:3", place(list.items().get(1)));
        TomlTable table =
                (TomlTable) ((TomlArray) value(result.root(), "t")).items().getFirst();
        assertEquals("6:3", place(table));
        assertEquals("7:7", place(value(table, "x")));
        assertEquals("9:3", place(value(table, "z")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a = \\nb = 1\\nc = x\\nd = 2              | 1 3     | {b=1 d=2}
            a = [1,\\n 2 3,\\n 4]\\nb = 1\\nc = nope   | 2 5     | {b=1}
            a = [1,\\nb = 2\\nc = 3                   | 2       | {b=2 c=3}
            [a\\nx = 1\\n[b]\\ny = 2                   | 1       | {b={y=2}}
            a = "x\\nb = 'y\\nc = 1                   | 1 2     | {c=1}
            """)
    @DisplayName("a line that cannot be read costs itself alone, and all of them are told")
    void recovers(String document, String lines, String rest) {
        Toml.Result result = read(document.replace("\\n", "\n"));
        List<String> found = result.errors().stream().map(e -> "" + e.line()).toList();
        assertEquals(lines, String.join(" ", found));
        assertEquals(rest, Shown.of(result.root()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u00ff", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u00f4\u0090\u0080\u0080", "\u00c3", "\u0080"})
    @DisplayName("bytes that are not UTF-8 are refused in strings, keys and comments")
    void invalidUtf8(String latin1) {
        for (String document : List.of("k = \"" + latin1 + "\"", "# " + latin1, "\"" + latin1 + "\" = 1", latin1)) {
            assertFalse(Toml.read(document.getBytes(ISO_8859_1)).errors().isEmpty(), document);
        }
    }

    @Test
    void controlCharactersAreRefusedAndNotRepeated() {
        for (String document : List.of("k = \"\u0007\"", "# \u0000", "k = '\u007f'", "\u001b[31m = 1", "k = 1\r")) {
            List<Toml.Mistake> errors = read(document).errors();
            assertEquals(1, errors.size(), document);
            assertTrue(errors.getFirst().message().chars().allMatch(c -> c >= ' '));
        }
    }

    @Test
    @DisplayName("nesting is bounded: in arrays, inline tables, dotted keys and headers")
    void deepNesting() {
        int deep = 100_000;
        for (String document : List.of(
                "k = " + "[".repeat(deep),
                "k = " + "{a=".repeat(deep),
                "a.".repeat(deep) + "a = 1",
                "[" + "a.".repeat(deep) + "a]")) {
            assertEquals(1, read(document).errors().size());
        }
        assertTrue(read("k = " + "[".repeat(Toml.MAX_DEPTH) + "]".repeat(Toml.MAX_DEPTH))
                .errors()
                .isEmpty());
    }

    @Test
    void tooLargeDocumentIsRefused() {
        assertEquals(1, Toml.read(new byte[Toml.MAX_BYTES + 1]).errors().size());
    }

    @Test
    @DisplayName("what is written as a string is read as the same string")
    void quoted() {
        for (String text : List.of("", "a\"b\\c", "\n\t\u0000\u007f", "é😀\u202e\u0085", "a/b:c@d")) {
            assertEquals(
                    text,
                    ((TomlValue.Text) value(read("k = " + Toml.quoted(text)).root(), "k")).value());
        }
    }

    @Test
    @DisplayName("time is linear in the size, whatever is in the document")
    void linear() {
        for (String unit : List.of(
                "\"a%d\" = \"b\"\n",
                "k%d = [[[\n",
                "[a%d]\n",
                "k = \"\"\"\n",
                "[[a]]\n",
                "\\\n",
                "k%d = '''a\n",
                "a%d.b.c = {d = 1}\n",
                "k = [1,\n",
                "# é\n",
                "k%d = \"\\u00e9\"\n",
                "x = [\n\"y\" =\n")) {
            long small = cost(unit, 4_000);
            long large = cost(unit, 64_000);
            assertTrue(large < Math.max(small, 2_000_000) * 16 * 8, unit + " " + small + " " + large);
        }
    }

    /// The best of several, in nanoseconds; quadratic time would give 256 times as much for 16 times the size.
    private static long cost(String unit, int count) {
        StringBuilder document = new StringBuilder();
        for (int i = 0; i < count; i++) {
            document.append(unit.replace("%d", Integer.toString(i)));
        }
        byte[] bytes = document.toString().getBytes(UTF_8);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            assertTrue(Toml.read(bytes).root().entries().size() <= count);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    private static Toml.Result read(String document) {
        return Toml.read(document.getBytes(UTF_8));
    }

    private static TomlValue value(TomlTable table, String key) {
        return requireNonNull(table.get(key)).value();
    }

    private static String place(TomlValue value) {
        return value.line() + ":" + value.column();
    }
}
