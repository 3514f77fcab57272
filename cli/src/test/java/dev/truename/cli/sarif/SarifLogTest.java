package dev.truename.cli.sarif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifLogTest {
    private static final Path ROOT = Path.of("/checkout");
    private static final List<SarifRule> RULES = List.of(
            new SarifRule("odd", SarifLevel.NOTE, "A `name` is odd.", "Odd names `x` are odd.", "Write another."),
            new SarifRule("bad", SarifLevel.ERROR, "A name is bad.", "Bad names do harm.", "Remove `it`."));

    @Test
    void aResultWithEverything() {
        SarifResult result = new SarifResult(
                "bad",
                SarifLevel.WARNING,
                "\"ubi\" is bad",
                "remove it",
                Optional.of(new SarifPlace.InFile(ROOT.resolve("conf.d/a b.conf"), 7, 3)),
                "ubi",
                Optional.of("we know"));
        String log = SarifLog.of(RULES, List.of(result), ROOT);
        assertEquals(1, SarifRequirements.check(log).size());
        assertTrue(
                log.contains("\"results\":[{\"ruleId\":\"bad\",\"ruleIndex\":1,\"level\":\"warning\","
                        + "\"message\":{\"text\":\"\\\"ubi\\\" is bad\\nFix: remove it\"},"
                        + "\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"conf.d/a%20b.conf\"},"
                        + "\"region\":{\"startLine\":7,\"startColumn\":3}}}],\"partialFingerprints\":{"),
                log);
        assertTrue(log.contains("\"suppressions\":[{\"kind\":\"inSource\",\"justification\":\"we know\"}]"), log);
        assertTrue(
                log.contains("\"help\":{\"text\":\"Odd names x are odd.\\nWrite another.\","
                        + "\"markdown\":\"Odd names `x` are odd.\\n\\n**Fix:** Write another.\"}"),
                log);
        assertEquals(1, log.lines().count());
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        SarifResult nowhere =
                new SarifResult("odd", SarifLevel.NOTE, "odd", "", Optional.empty(), "", Optional.empty());
        String log = SarifLog.of(RULES, List.of(nowhere, at("a.conf", 0, "x"), at("a.conf", 2, "x")), ROOT);
        List<JsonObject> results = SarifRequirements.check(log);
        assertFalse(results.get(0).has("locations"));
        assertEquals("{\"text\":\"odd\"}", results.get(0).get("message").toString());
        assertFalse(results.get(1).toString().contains("region"));
        assertTrue(results.get(2).toString().contains("\"region\":{\"startLine\":2}"));
    }

    @Test
    void whatIsNoFileIsNamed() {
        SarifResult result = new SarifResult(
                "odd",
                SarifLevel.NOTE,
                "odd",
                "",
                Optional.of(new SarifPlace.Resource("cluster shop/Pod/p")),
                "x",
                Optional.empty());
        List<JsonObject> results = SarifRequirements.check(SarifLog.of(RULES, List.of(result), ROOT));
        assertEquals(
                "[{\"logicalLocations\":[{\"fullyQualifiedName\":\"cluster shop/Pod/p\",\"kind\":\"resource\"}]}]",
                results.getFirst().get("locations").toString());
    }

    @Test
    void noResultsAreAnEmptyRun() {
        assertEquals(List.of(), SarifRequirements.check(SarifLog.of(RULES, List.of(), ROOT)));
    }

    @Test
    void aFindingIsKnownAgainWhereverItMovesInItsFile() {
        List<String> before = fingerprints(at("a.conf", 3, "ubi"), at("a.conf", 9, "mongo"));
        List<String> after = fingerprints(at("a.conf", 5, "new"), at("a.conf", 13, "mongo"), at("a.conf", 7, "ubi"));
        assertEquals(before.get(0), after.get(2));
        assertEquals(before.get(1), after.get(1));
        assertNotEquals(before.get(0), after.get(0));
        assertNotEquals(before.get(0), fingerprints(at("b.conf", 3, "ubi")).getFirst());
    }

    @Test
    void equalFindingsAreTwo() {
        List<String> both = fingerprints(at("a.conf", 3, "ubi"), at("a.conf", 4, "ubi"));
        assertNotEquals(both.get(0), both.get(1));
    }

    private static SarifResult at(String file, int line, String subject) {
        SarifPlace place = new SarifPlace.InFile(ROOT.resolve(file), line);
        return new SarifResult("odd", SarifLevel.NOTE, "odd", "", Optional.of(place), subject, Optional.empty());
    }

    private static List<String> fingerprints(SarifResult... results) {
        return SarifRequirements.check(SarifLog.of(RULES, List.of(results), ROOT)).stream()
                .map(result -> result.get("partialFingerprints").toString())
                .toList();
    }

    @Test
    void everyResultHasARule() {
        SarifResult stranger = new SarifResult("no", SarifLevel.NOTE, "x", "", Optional.empty(), "", Optional.empty());
        assertThrows(IllegalArgumentException.class, () -> SarifLog.of(RULES, List.of(stranger), ROOT));
        List<SarifRule> twice = List.of(RULES.getFirst(), RULES.getFirst());
        assertThrows(IllegalArgumentException.class, () -> SarifLog.of(twice, List.of(), ROOT));
    }

    @ParameterizedTest
    @CsvSource({
        "/checkout/a.conf, a.conf",
        "a.conf, a.conf",
        "./d/../a.conf, a.conf",
        "/checkout/d/a:b%c#d.conf, d/a%3Ab%25c%23d.conf",
        "/etc/containers/registries.conf, file:///etc/containers/registries.conf",
        "../other/a.conf, file:///other/a.conf",
        "/checkout, file:///checkout",
    })
    void filesAreNamedForACheckout(Path file, String uri) {
        assertEquals(uri, ArtifactUri.of(file, ROOT));
    }
}
