package dev.truename.names.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.truename.names.config.Finding;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableBuilderTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an allowed registry               | ubi good.example/ubi                     | kept 8
            a namespace of it                 | app/two good.example/app/two             | kept 9
            docker hub's name                 | mongo good.example/mongo                 | refused-key 0
            a refused prefix                  | library/x good.example/library/x         | refused-key 25
            a refused name                    | secret good.example/secret               | refused-key 26
            another registry                  | ubi evil.example/ubi                     | host 0
            a port makes another registry     | ubi good.example:5000/ubi                | host 0
            a registry below                  | ubi x.good.example/ubi                   | host 0
            another path                      | ubi good.example/app/ubi                 | path 0
            a path below the name             | app/two good.example/app/app/two         | path 0
            a reviewed rename                 | short good.example/app/long              | renamed 21
            a rename to elsewhere             | short login.example/app/long             | path 0
            a rename to another registry      | short evil.example/app/long              | host 0
            a namespace on no list            | stranger/x good.example/stranger/x       | namespace 0
            a refused namespace               | partner/x good.example/partner/x         | namespace 13
            a product out of maintenance      | old/x good.example/old/x                 | end-of-life 15
            one image out of maintenance      | app/one good.example/app/one             | end-of-life 16
            one whose name starts like it     | app/one-x good.example/app/one-x         | kept 9
            metadata by its suffix            | app/x-bundle good.example/app/x-bundle   | metadata 18
            metadata by its path              | tool/index good.example/tool/index       | metadata 19
            the word alone is no suffix       | app/bundle-x good.example/app/bundle-x   | kept 9
            """)
    void verdicts(String what, String line, String expected) {
        BuildOutcome.Built built = Made.built(Made.source("s", line));
        CatalogueEntry entry = built.judged().getFirst();
        assertEquals(expected, shown(entry.verdict()), what);
        assertEquals(
                List.of("s-0.conf:2"),
                entry.entry().origins().stream().map(Object::toString).toList());
    }

    /// The verdict and the line of the rules that gave it; 0 where what counts is that no line allows it.
    private static String shown(Verdict verdict) {
        String word = switch (verdict) {
            case Verdict.Kept _ -> "kept";
            case Verdict.Renamed _ -> "renamed";
            case Verdict.Dropped dropped -> dropped.rule().id();
        };
        assertEquals(Made.RULES_FILE, verdict.because().file());
        return word + " " + verdict.because().line();
    }

    @Test
    @DisplayName("of the files of one source the last one counts, as on a node, and what it shadows is told")
    void layers() {
        BuildOutcome.Built built = Made.built(
                Made.source("s", "ubi evil.example/ubi; app/x good.example/app/x", "ubi good.example/ubi; app/x"));
        assertEquals(
                List.of("app/x shadowed", "ubi kept", "ubi shadowed"),
                built.judged().stream()
                        .map(entry -> entry.key() + " " + shownShadow(entry.verdict()))
                        .sorted()
                        .toList());
        assertEquals(1, built.catalogue().entries().size());
    }

    private static String shownShadow(Verdict verdict) {
        return verdict instanceof Verdict.Dropped dropped ? dropped.rule().id() : "kept";
    }

    @Test
    @DisplayName("what two sources agree on is one entry with both origins")
    void agreement() {
        BuildOutcome.Built built =
                Made.built(Made.source("b", "ubi good.example/ubi"), Made.source("a", "ubi good.example/ubi"));
        assertEquals(1, built.judged().size());
        assertEquals(
                "[a-0.conf:2, b-0.conf:2]",
                built.judged().getFirst().entry().origins().toString());
    }

    @Test
    @DisplayName("where sources disagree nothing is built, and every place is named")
    void conflict() {
        BuildOutcome.Undecided undecided = assertInstanceOf(
                BuildOutcome.Undecided.class,
                Made.outcome(
                        Made.rules(),
                        Made.source("a", "ubi good.example/ubi; app/x good.example/app/x"),
                        Made.source("b", "app/x login.example/app/x; tool/t login.example/tool/t"),
                        Made.source("c", "app/x good.example/app/x; tool/t good.example/tool/t")));
        assertEquals(
                Map.of(
                        "app/x",
                        "good.example/app/x [a-0.conf:3, c-0.conf:2], login.example/app/x [b-0.conf:2]",
                        "tool/t",
                        "good.example/tool/t [c-0.conf:3], login.example/tool/t [b-0.conf:3]"),
                undecided.conflicts().stream().collect(Collectors.toMap(Conflict::key, TableBuilderTest::places)));
    }

    private static String places(Conflict conflict) {
        return conflict.entries().stream()
                .map(entry -> entry.target() + " " + entry.origins())
                .collect(Collectors.joining(", "));
    }

    @Test
    @DisplayName("what is dropped anyway is in nobody's way")
    void noConflictWithTheDropped() {
        BuildOutcome.Built built = Made.built(
                Made.source("a", "ubi good.example/ubi; old/x good.example/old/x"),
                Made.source("b", "ubi evil.example/ubi; old/x login.example/old/x"));
        assertEquals(1, built.catalogue().table(Catalogue.OFFICIAL).size());
    }

    @Test
    @DisplayName("a reviewed line decides a conflict; the loser says so")
    void decision() {
        BuildOutcome.Built built = Made.built(
                Made.source("a", "app/both good.example/app/both"),
                Made.source("b", "app/both login.example/app/both"));
        assertEquals(
                List.of("good.example/app/both conflict 23", "login.example/app/both kept 9"),
                built.judged().stream()
                        .map(entry -> entry.target() + " " + shown(entry.verdict()))
                        .toList());
    }

    @Test
    @DisplayName("a decision for a third repository decides nothing")
    void decisionForNone() {
        CatalogueRules rules = Made.rules(Made.RULES.replace("login.example/app/both", "login.example/app/third"));
        assertInstanceOf(
                BuildOutcome.Undecided.class,
                Made.outcome(
                        rules,
                        Made.source("a", "app/both good.example/app/both"),
                        Made.source("b", "app/both login.example/app/both")));
    }

    @Test
    @DisplayName("lines that decide nothing are told, in the order of the file")
    void stale() {
        BuildOutcome.Built built = Made.built(Made.source(
                "s",
                "ubi good.example/ubi; app/one good.example/app/one; old/x good.example/old/x; "
                        + "app/both good.example/app/both; app/x-bundle good.example/app/x-bundle"));
        assertEquals(
                List.of(
                        "rules.toml:10 [namespaces] tool decides nothing: no source has it",
                        "rules.toml:13 [refused-namespaces] partner decides nothing: no source has it",
                        "rules.toml:19 [metadata] tool/index decides nothing: no source has such an entry",
                        "rules.toml:21 [renames] short decides nothing: no source says so",
                        "rules.toml:23 [decisions] app/both decides nothing: there is no such conflict"),
                built.stale().stream().map(TableBuilderTest::shown).toList());
    }

    private static String shown(Finding finding) {
        return finding.place() + " " + finding.message();
    }

    @Test
    @DisplayName("a profile has what its namespaces have, the official one everything")
    void profiles() {
        Catalogue catalogue = Made.built(Made.source(
                        "s",
                        "ubi good.example/ubi; tool/t good.example/tool/t; short good.example/app/long; "
                                + "old/x good.example/old/x"))
                .catalogue();
        assertEquals(List.of("official", "small"), List.copyOf(catalogue.profiles()));
        assertEquals(List.of("short", "ubi", "tool/t"), keys(catalogue, "official"));
        assertEquals(List.of("short", "ubi"), keys(catalogue, "small"));
        assertEquals(List.of(), keys(catalogue, "other"));
    }

    private static List<String> keys(Catalogue catalogue, String profile) {
        return catalogue.table(profile).stream().map(CatalogueEntry::key).toList();
    }
}
