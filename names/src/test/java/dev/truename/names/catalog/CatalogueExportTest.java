package dev.truename.names.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueExportTest {
    private static final Path FILE = Path.of("export.json");

    @TempDir
    Path folder;

    private static List<String> told(String text) throws ConfigurationException {
        return CatalogueExport.parse(FILE, text.getBytes(UTF_8)).stream()
                .map(CatalogueExportTest::told)
                .toList();
    }

    private static String told(AliasDefinition alias) {
        return alias.key() + " = " + alias.target().orElseThrow() + " @ " + alias.origin();
    }

    @Test
    void everyPublishedRepositoryIsAName() throws ConfigurationException {
        assertEquals(
                List.of(
                        "ubi9 = registry.access.redhat.com/ubi9 @ export.json:3",
                        "odf4/x = registry.redhat.io/odf4/x @ export.json:5",
                        "zts/y = registry.connect.redhat.com/zts/y @ export.json:7"),
                told("""
                        {"page": 0, "total": 4,
                         "data": [
                          {"registry": "registry.access.redhat.com", "repository": "ubi9", "published": true,
                           "requires_terms": false, "display_data": {"name": "UBI \\u00e9 \\/", "registry": 7}},
                          {"registry": "registry.access.redhat.com", "repository": "odf4/x", "requires_terms": true},
                          {"registry": "registry.access.redhat.com", "repository": "odf4/z", "published": false},
                          {"repository": "zts/y", "registry": "registry.connect.redhat.com", "requires_terms": true}
                         ]}
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"data\": []}", "\ufeff{\"data\": []}", "[\n\t]"})
    void anEmptyListIsOne(String text) throws ConfigurationException {
        assertEquals(List.of(), told(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                             | 1: syntax
            {"data": 7}                                                   | 1: catalogue-value
            {}                                                            | 1: catalogue-value
            [{"registry": "a.b", "repository": "x"}, 7]                   | 1: catalogue-value
            [{"registry": "a.b"}]                                         | 1: catalogue-value
            [{"registry": "a.b", "repository": null}]                     | 1: catalogue-value
            [{"registry": "a.b", "repository": ["x"]}]                    | 1: catalogue-value
            [{"registry": "a.b", "repository": "X"}]                      | 1: catalogue-value
            [{"registry": "a.b", "repository": "x:1"}]                    | 1: catalogue-value
            [{"registry": "a.b", "repository": "c.d/x"}]                  | 1: catalogue-value
            [{"registry": "a b", "repository": "x"}]                      | 1: catalogue-value
            [{"registry": "a.b/c", "repository": "x\\u0000"}]             | 1: catalogue-value
            [{"registry": "a.b", "registry": "c.d", "repository": "x"}]   | 1: catalogue-value
            """)
    void mistakesAreToldWithTheirLine(String text, String expected) {
        ConfigurationException e = assertThrows(ConfigurationException.class, () -> told(text));
        Finding first = e.errors().getFirst();
        assertEquals(expected, first.line() + ": " + first.rule());
        assertEquals(FILE, first.file());
    }

    @Test
    void pagesAndDropInsAreOneSource() throws Exception {
        Path one = Files.writeString(folder.resolve("1"), "[{\"registry\":\"a.b\",\"repository\":\"x\"}]");
        Path two =
                Files.writeString(folder.resolve("2"), "\n {\"data\":[{\"registry\":\"a.b\",\"repository\":\"y\"}]}");
        Path three = Files.writeString(folder.resolve("3"), "[aliases]\n\"x\" = \"c.d/x\"\n");
        Source source = Source.read("s", List.of(one, two, three));
        assertEquals(
                List.of("x = c.d/x", "y = a.b/y"),
                source.entries().stream()
                        .map(entry -> entry.key() + " = " + entry.target())
                        .toList());
        assertEquals(1, source.shadowed().size());
        assertEquals(3, source.stamps().size());
    }

    record Written(String path, String host, String between, boolean published) {
        String json() {
            return between + "{" + between + "\"repository\":" + between + "\"" + path + "\"" + between
                    + ",\"published\":" + published + between + ",\"x\":[{\"repository\":1}],\"registry\":\"" + host
                    + "\"}";
        }
    }

    @Provide
    Arbitrary<List<Written>> written() {
        return Combinators.combine(
                        Arbitraries.of("a", "b/c", "d-e/f.g/h", "b/i"),
                        Arbitraries.of("r.example", "localhost:5000", "registry.redhat.io"),
                        Arbitraries.of("", " ", "\n", "\r\n\t", "\t\t", "\n  \n"),
                        Arbitraries.of(true, false))
                .as(Written::new)
                .list()
                .ofMaxSize(8);
    }

    /// However it is laid out.
    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll("written") List<Written> written, @ForAll boolean wrapped)
            throws ConfigurationException {
        String list = written.stream().map(Written::json).collect(Collectors.joining(",", "[", "]"));
        String text = wrapped ? "{\"data\":" + list + "}" : list;
        List<String> expected = new ArrayList<>();
        int at = text.indexOf('[');
        for (Written each : written) {
            int start = text.indexOf('{', at + 1);
            long line =
                    1 + text.substring(0, start).chars().filter(c -> c == '\n').count();
            if (each.published()) {
                expected.add(each.path() + " = " + each.host() + "/" + each.path() + " @ export.json:" + line);
            }
            at += each.json().length() + 1;
        }
        assertEquals(expected, told(text));
    }
}
