package dev.truename.names.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.Finding;
import dev.truename.names.config.Origin;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Mistakes in a file of rules: each with its line, all at once.
class RulesReaderTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no version                        | [hosts]                                                        | catalogue-value:1
            a version that is a number        | version = 1                                                    | value-type:1
            an unknown table                  | version = "1"~[host]~                                          | unknown-key:2
            a table that is none              | version = "1"~hosts = "a"                                      | value-type:2
            a host without a dot              | version = "1"~[hosts]~"intranet" = "x"                         | catalogue-value:3
            a host with a path                | version = "1"~[hosts]~"a.io/b" = "x"                           | catalogue-value:3
            no reason                         | version = "1"~[hosts]~"a.io" = " "                             | catalogue-value:3
            a reason of two lines             | version = "1"~[hosts]~"a.io" = "x\\ny"                         | catalogue-value:3
            a reason that turns text around   | version = "1"~[hosts]~"a.io" = "x\\u202ey"                     | catalogue-value:3
            a reason that is none             | version = "1"~[hosts]~"a.io" = true                            | value-type:3
            a profile that is built in        | version = "1"~[profiles]~"official" = "x"                      | catalogue-value:3
            a namespace with a path           | version = "1"~[namespaces]~"a/b" = {product="x",lifecycle="ended"} | catalogue-value:3
            a namespace without facts         | version = "1"~[namespaces]~"a" = "x"                           | value-type:3
            a namespace without a product     | version = "1"~[namespaces]~"a" = {lifecycle="ended"}           | catalogue-value:3
            a namespace without a lifecycle   | version = "1"~[namespaces]~"a" = {product="x"}                 | catalogue-value:3
            an unknown lifecycle              | version = "1"~[namespaces]~"a" = {product="x",lifecycle="new"} | catalogue-value:3
            an unknown fact                   | version = "1"~[namespaces]~"a" = {product="x",lifecycle="ended",since="1"} | unknown-key:3
            an unknown profile                | version = "1"~[namespaces]~"a" = {product="x",lifecycle="ended",profiles=["p"]} | catalogue-value:3
            profiles that are no list         | version = "1"~[namespaces]~"a" = {product="x",lifecycle="ended",profiles="p"} | value-type:3
            a rename without a reason         | version = "1"~[renames]~"a" = {target="a.io/b"}                | catalogue-value:3
            a rename to a short name          | version = "1"~[renames]~"a" = {target="b",reason="x"}          | catalogue-value:3
            a rename that is a string         | version = "1"~[renames]~"a" = "a.io/b"                         | value-type:3
            a renamed name with a tag         | version = "1"~[renames]~"a:1" = {target="a.io/b",reason="x"}   | catalogue-value:3
            a decision of a full name         | version = "1"~[decisions]~"a.io/b" = {target="a.io/b",reason="x"} | catalogue-value:3
            a pattern with two stars          | version = "1"~[metadata]~"*-a*" = "x"                          | catalogue-value:3
            a duplicate                       | version = "1"~[hosts]~"a.io" = "x"~"a.io" = "y"                | duplicate-key:4
            no TOML                           | version =                                                      | syntax:1 catalogue-value:1
            two at once                       | version = "1"~[hosts]~"x" = "x"~[metadata]~"?" = "x"           | catalogue-value:3 catalogue-value:5
            """)
    void mistakes(String what, String text, String expected) {
        ConfigurationException e = assertThrows(
                ConfigurationException.class,
                () -> CatalogueRules.parse(
                        Made.RULES_FILE, text.replace("~", "\n").getBytes(UTF_8)),
                what);
        List<String> found = e.errors().stream()
                .map(finding -> finding.rule() + ":" + finding.line())
                .toList();
        assertEquals(List.of(expected.split(" ")), found, () -> e.getMessage());
        for (Finding finding : e.errors()) {
            assertEquals(Made.RULES_FILE, finding.file());
            assertTrue(finding.message().length() > 5 && finding.fix().length() > 5, finding::toString);
        }
    }

    @Test
    void everyLineKnowsItsPlace() {
        CatalogueRules rules = Made.rules();
        assertEquals("7", rules.version());
        assertEquals(64, rules.sha256().length());
        assertEquals(
                "rules.toml:3",
                rules.line(RuleSection.HOSTS, "good.example")
                        .orElseThrow()
                        .origin()
                        .toString());
        assertEquals(
                new Origin(Made.RULES_FILE, 10),
                requireNonNull(rules.namespaces().get("tool")).origin());
        assertEquals(
                "good.example/app/long everybody says so",
                rules.line(RuleSection.RENAMES, "short")
                        .map(line -> line.target().orElseThrow() + " " + line.reason())
                        .orElseThrow());
    }

    @Test
    void aMissingFileIsTold(@TempDir Path folder) {
        ConfigurationException e =
                assertThrows(ConfigurationException.class, () -> CatalogueRules.read(folder.resolve("rules.toml")));
        assertEquals("file-missing", e.errors().getFirst().rule());
    }
}
