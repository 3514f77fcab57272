package dev.truename.names.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.truename.names.config.ConfigurationException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReaderTest {
    private static final Path FILE = Path.of("c.toml");
    private static final String TOP = "version = \"1\"\nrules = \"" + "0".repeat(64) + "\"\n";

    @Test
    @DisplayName("the form that people review: one line an entry, and what drops all of a namespace once")
    void form() {
        Catalogue catalogue = Made.built(Made.source(
                        "s",
                        "ubi good.example/ubi; short good.example/app/long; app/one good.example/app/one;"
                                + " app/two good.example/app/two; ubi8/ubi good.example/ubi8-ubi;"
                                + " old/y good.example/old/y; old/x good.example/old/x; no/thing other.example/thing"))
                .catalogue();
        String text = CatalogueText.of(catalogue);
        assertEquals(
                """
                [[source]]
                name = "s"
                file = "s-0.conf"
                sha256 = "%s"

                [registry."good.example"."/"]
                product = "Base"
                lifecycle = "current"
                profiles = ["small"]
                repositories = [
                    "ubi",
                ]
                [registry."good.example"."/".aliases]
                "ubi8/ubi" = { repository = "ubi8-ubi", rule = "path", reason = "the path is not the name" }

                [registry."good.example"."app"]
                product = "App"
                lifecycle = "current"
                profiles = ["small"]
                repositories = [
                    "two",
                ]
                [registry."good.example"."app".dropped]
                "one" = { rule = "end-of-life", reason = "replaced by app/two" }
                [registry."good.example"."app".aliases]
                "short" = { repository = "long", reason = "everybody says so" }

                [registry."good.example"."old"]
                product = "Old"
                lifecycle = "ended"
                profiles = []
                all-dropped = { rule = "end-of-life", reason = "nobody mends it" }
                repositories = [
                    "x",
                    "y",
                ]
                """.formatted(catalogue.sources().getFirst().sha256()), text.substring(text.indexOf("[[source]]")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a registry that is none        | [registry."x"."/"]~product="p"~lifecycle="current"~repositories=["a"]       | catalogue-value:6
            a namespace that is none       | [registry."a.io"."b/c"]~product="p"~lifecycle="current"~repositories=["a"]  | catalogue-value:6
            another namespace's            | [registry."a.io"."/"]~product="p"~lifecycle="current"~repositories=["b/a"]  | catalogue-value:6
            a tag                          | [registry."a.io"."b"]~product="p"~lifecycle="current"~repositories=["a:1"]  | catalogue-value:6
            kept without a product         | [registry."a.io"."b"]~repositories=["a"]                                    | catalogue-value:4
            no lifecycle                   | [registry."a.io"."b"]~product="p"~repositories=["a"]                        | catalogue-value:3
            a number for a repository      | [registry."a.io"."b"]~product="p"~lifecycle="current"~repositories=[~1]     | value-type:7
            twice                          | [registry."a.io"."b"]~product="p"~lifecycle="current"~repositories=[~"a",~"a"] | catalogue-value:8
            two registries                 | [registry."a.io"."b"]~product="p"~lifecycle="current"~repositories=["a"]~[registry."c.io"."b"]~product="p"~lifecycle="current"~repositories=["a"] | catalogue-value:10
            an unknown rule                | [registry."a.io"."b".dropped]~"a" = {rule="x",reason="y"}                   | catalogue-value:4
            no reason                      | [registry."a.io"."b".dropped]~"a" = {rule="path"}                           | catalogue-value:4
            a string for a verdict         | [registry."a.io"."b".dropped]~"a" = "path"                                  | value-type:4
            an alias without a repository  | [registry."a.io"."b".aliases]~"a" = {rule="path",reason="y"}                | catalogue-value:4 catalogue-value:4
            a stranger                     | [registry."a.io"."b"]~url="x"                                               | unknown-key:4
            a digest that is none          | [[source]]~name="a"~file="b"~sha256="12"                                    | catalogue-value:6
            a profile of two lines         | [registry."a.io"."b"]~product="p"~lifecycle="current"~profiles=["a\\nb"]    | catalogue-value:6
            a source of two lines          | [[source]]~name="a\\nb"~file="b"~sha256="%s"                                | catalogue-value:4
            a registry that is a string    | registry = "x"                                                              | value-type:3
            """)
    void mistakes(String what, String text, String expected) {
        ConfigurationException e = assertThrows(
                ConfigurationException.class,
                () -> Catalogue.parse(
                        FILE, (TOP + text.formatted("0".repeat(64)).replace("~", "\n")).getBytes(UTF_8)),
                what);
        List<String> found = e.errors().stream()
                .map(finding -> finding.rule() + ":" + finding.line())
                .toList();
        assertEquals(List.of(expected.split(" ")), found, () -> e.getMessage());
    }

    @Test
    void theEntryInForceComesFirst() throws ConfigurationException {
        Catalogue catalogue = Made.built(
                        Made.source("a", "app/both good.example/app/both"),
                        Made.source("b", "app/both login.example/app/both"))
                .catalogue();
        Catalogue read = Catalogue.parse(FILE, CatalogueText.of(catalogue).getBytes(UTF_8));
        assertEquals(
                List.of("login.example", "good.example"),
                read.named("app/both").stream()
                        .map(entry -> entry.target().host())
                        .toList());
        assertEquals(
                "login.example", read.inForce("app/both").orElseThrow().target().host());
    }
}
