package dev.truename.cli.sarif;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.truename.cli.command.Version;
import dev.truename.cli.io.Json;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A log of one run, as one line.
public final class SarifLog {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// With a version behind it, so that another way to compute it does not make every finding new.
    private static final String FINGERPRINT = "truenameFinding/v1";

    /// In bytes; more tells no more apart.
    private static final int FINGERPRINT_LENGTH = 16;

    private final Json json = new Json();
    private final Path root;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();

    private SarifLog(Path root) {
        this.root = root;
    }

    /// The log.
    ///
    /// @param rules each once; in the order of documents
    /// @param results in the order in which they are told
    /// @param root files below this folder are named relative to it, as code hosts want it for a checkout
    /// @throws IllegalArgumentException for a result of a rule that is not there
    public static String of(List<SarifRule> rules, List<SarifResult> results, Path root) {
        return new SarifLog(root.toAbsolutePath().normalize()).write(rules, results);
    }

    private String write(List<SarifRule> rules, List<SarifResult> results) {
        json.startObject()
                .member("$schema", SCHEMA)
                .member("version", "2.1.0")
                .startArray("runs")
                .startObject()
                .member("columnKind", "unicodeCodePoints");
        json.startObject("tool").startObject("driver").member("name", "truename");
        json.member("version", Version.text()).startArray("rules");
        rules.forEach(this::rule);
        json.endArray().endObject().endObject().startArray("results");
        results.forEach(this::result);
        return json.endArray().endObject().endArray().endObject().toString();
    }

    private void rule(SarifRule rule) {
        if (indexes.putIfAbsent(rule.id(), indexes.size()) != null) {
            throw new IllegalArgumentException("there are two rules " + rule.id());
        }
        json.startObject().member("id", rule.id());
        text("shortDescription", rule.title());
        text("fullDescription", rule.why());
        json.startObject("help")
                .member("text", plain(rule.why() + "\n" + rule.fix()))
                .member("markdown", rule.why() + "\n\n**Fix:** " + rule.fix())
                .endObject();
        json.startObject("defaultConfiguration")
                .member("level", rule.level().word())
                .endObject();
        json.endObject();
    }

    private void text(String name, String text) {
        json.startObject(name).member("text", plain(text)).endObject();
    }

    private static String plain(String markdown) {
        return markdown.replace("`", "");
    }

    private void result(SarifResult result) {
        @Nullable Integer index = indexes.get(result.rule());
        if (index == null) {
            throw new IllegalArgumentException("there is no rule " + result.rule());
        }
        json.startObject().member("ruleId", result.rule()).member("ruleIndex", index);
        json.member("level", result.level().word());
        json.startObject("message").member("text", message(result)).endObject();
        result.place().ifPresent(this::location);
        json.startObject("partialFingerprints")
                .member(FINGERPRINT, fingerprint(result))
                .endObject();
        if (result.accepted().isPresent()) {
            json.startArray("suppressions").startObject().member("kind", "inSource");
            json.member("justification", result.accepted().get()).endObject().endArray();
        }
        json.endObject();
    }

    private static String message(SarifResult result) {
        return result.fix().isEmpty() ? result.message() : result.message() + "\nFix: " + result.fix();
    }

    private void location(SarifPlace place) {
        json.startArray("locations").startObject();
        switch (place) {
            case SarifPlace.InFile it -> inFile(it);
            case SarifPlace.Resource it -> {
                json.startArray("logicalLocations").startObject();
                json.member("fullyQualifiedName", it.name()).member("kind", "resource");
                json.endObject().endArray();
            }
        }
        json.endObject().endArray();
    }

    private void inFile(SarifPlace.InFile place) {
        json.startObject("physicalLocation")
                .startObject("artifactLocation")
                .member("uri", ArtifactUri.of(place.file(), root))
                .endObject();
        if (place.line() > 0) {
            json.startObject("region").member("startLine", place.line());
            if (place.column() > 0) {
                json.member("startColumn", place.column());
            }
            json.endObject();
        }
        json.endObject();
    }

    /// The same for a finding wherever it has moved to in its file. Equal ones are told apart by their order.
    private String fingerprint(SarifResult result) {
        String place = result.place().map(this::withoutLine).orElse("");
        String same = result.rule() + "\n" + place + "\n" + result.subject();
        int occurrence = occurrences.merge(same, 1, Integer::sum);
        byte[] hash = sha256().digest((same + "\n" + occurrence).getBytes(UTF_8));
        return HexFormat.of().formatHex(hash, 0, FINGERPRINT_LENGTH);
    }

    private String withoutLine(SarifPlace place) {
        return switch (place) {
            case SarifPlace.InFile it -> ArtifactUri.of(it.file(), root);
            case SarifPlace.Resource it -> it.name();
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
