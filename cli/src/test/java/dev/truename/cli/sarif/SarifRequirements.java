package dev.truename.cli.sarif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the schema of SARIF 2.1.0 demands of the parts that are written here, and what code hosts demand beyond it.
public final class SarifRequirements {
    private static final Set<String> LEVELS = Set.of("none", "note", "warning", "error");

    private SarifRequirements() {}

    /// Checks a whole log.
    ///
    /// @return its only run's results
    public static List<JsonObject> check(String log) {
        JsonObject root = JsonParser.parseString(log).getAsJsonObject();
        members(root, Set.of("version", "runs"), Set.of("$schema"));
        assertEquals("2.1.0", root.get("version").getAsString());
        assertTrue(root.get("$schema").getAsString().endsWith("/sarif-schema-2.1.0.json"));
        JsonArray runs = root.getAsJsonArray("runs");
        assertEquals(1, runs.size());
        return run(runs.get(0).getAsJsonObject());
    }

    private static List<JsonObject> run(JsonObject run) {
        members(run, Set.of("tool", "results"), Set.of("columnKind"));
        assertTrue(Set.of("utf16CodeUnits", "unicodeCodePoints")
                .contains(run.get("columnKind").getAsString()));
        JsonObject tool = run.getAsJsonObject("tool");
        members(tool, Set.of("driver"), Set.of());
        JsonObject driver = tool.getAsJsonObject("driver");
        members(driver, Set.of("name", "rules"), Set.of("version"));
        List<JsonObject> rules = objects(driver.getAsJsonArray("rules"));
        Set<String> ids = new HashSet<>();
        for (JsonObject rule : rules) {
            rule(rule);
            assertTrue(ids.add(rule.get("id").getAsString()), "two rules of one name");
        }
        List<JsonObject> results = objects(run.getAsJsonArray("results"));
        Set<String> fingerprints = new HashSet<>();
        for (JsonObject result : results) {
            result(result, rules);
            assertTrue(fingerprints.add(result.get("partialFingerprints").toString()), "two equal fingerprints");
        }
        return results;
    }

    private static void rule(JsonObject rule) {
        members(rule, Set.of("id"), Set.of("shortDescription", "fullDescription", "help", "defaultConfiguration"));
        for (String text : List.of("shortDescription", "fullDescription", "help")) {
            JsonObject multiformat = rule.getAsJsonObject(text);
            members(multiformat, Set.of("text"), Set.of("markdown"));
            assertFalse(multiformat.get("text").getAsString().isBlank(), text);
        }
        JsonObject configuration = rule.getAsJsonObject("defaultConfiguration");
        members(configuration, Set.of("level"), Set.of());
        level(configuration);
    }

    private static void result(JsonObject result, List<JsonObject> rules) {
        members(
                result,
                Set.of("message", "ruleId", "ruleIndex", "level", "partialFingerprints"),
                Set.of("locations", "suppressions"));
        level(result);
        JsonObject message = result.getAsJsonObject("message");
        members(message, Set.of("text"), Set.of());
        assertFalse(message.get("text").getAsString().isBlank());
        assertEquals(
                result.get("ruleId"),
                rules.get(result.get("ruleIndex").getAsInt()).get("id"));
        JsonObject fingerprints = result.getAsJsonObject("partialFingerprints");
        fingerprints
                .asMap()
                .forEach((name, value) -> assertTrue(value.getAsJsonPrimitive().isString(), name));
        if (result.has("locations")) {
            objects(result.getAsJsonArray("locations")).forEach(SarifRequirements::location);
        }
        if (result.has("suppressions")) {
            for (JsonObject suppression : objects(result.getAsJsonArray("suppressions"))) {
                members(suppression, Set.of("kind"), Set.of("justification"));
                assertEquals("inSource", suppression.get("kind").getAsString());
            }
        }
    }

    private static void location(JsonObject location) {
        if (location.has("logicalLocations")) {
            members(location, Set.of("logicalLocations"), Set.of());
            for (JsonObject logical : objects(location.getAsJsonArray("logicalLocations"))) {
                members(logical, Set.of("fullyQualifiedName", "kind"), Set.of());
            }
            return;
        }
        members(location, Set.of("physicalLocation"), Set.of());
        JsonObject physical = location.getAsJsonObject("physicalLocation");
        members(physical, Set.of("artifactLocation"), Set.of("region"));
        JsonObject artifact = physical.getAsJsonObject("artifactLocation");
        members(artifact, Set.of("uri"), Set.of());
        URI uri = URI.create(artifact.get("uri").getAsString());
        assertTrue(uri.getScheme() == null || uri.getScheme().equals("file"), uri.toString());
        if (physical.has("region")) {
            JsonObject region = physical.getAsJsonObject("region");
            members(region, Set.of("startLine"), Set.of("startColumn"));
            region.asMap().forEach((name, number) -> assertTrue(number.getAsInt() >= 1, name));
        }
    }

    private static void level(JsonObject object) {
        assertTrue(LEVELS.contains(object.get("level").getAsString()), object.toString());
    }

    /// The schema allows no member that it does not know.
    private static void members(JsonObject object, Set<String> required, Set<String> optional) {
        assertTrue(object.keySet().containsAll(required), () -> required + " in " + object);
        Set<String> others = new HashSet<>(object.keySet());
        others.removeAll(required);
        others.removeAll(optional);
        assertEquals(Set.of(), others, object::toString);
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsJsonObject).toList();
    }
}
