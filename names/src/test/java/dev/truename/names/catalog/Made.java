package dev.truename.names.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.DropIn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Made-up rules and sources.
final class Made {
    static final Path RULES_FILE = Path.of("rules.toml");

    static final String RULES = """
            version = "7"
            [hosts]
            "good.example" = "ours"
            "login.example" = "ours, with a login"
            [profiles]
            "small" = "only what is needed"
            [namespaces]
            "/" = { product = "Base", lifecycle = "current", profiles = ["small"] }
            "app" = { product = "App", lifecycle = "current", profiles = ["small"] }
            "tool" = { product = "Tool", lifecycle = "superseded" }
            "old" = { product = "Old", lifecycle = "ended" }
            [refused-namespaces]
            "partner" = "a partner's"
            [end-of-life]
            "old/" = "nobody mends it"
            "app/one" = "replaced by app/two"
            [metadata]
            "*-bundle" = "metadata"
            "tool/index" = "an index"
            [renames]
            "short" = { target = "good.example/app/long", reason = "everybody says so" }
            [decisions]
            "app/both" = { target = "login.example/app/both", reason = "it moved" }
            [refused-keys]
            "library/" = "not ours"
            "secret" = "never"
            """;

    private Made() {}

    static CatalogueRules rules() {
        return rules(RULES);
    }

    static CatalogueRules rules(String text) {
        try {
            return CatalogueRules.parse(RULES_FILE, text.getBytes(UTF_8));
        } catch (ConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    /// A source of several files; each is lines `key target`, parted by semicolons, and is named `NAME-0.conf` ...
    static Source source(String name, String... files) {
        List<AliasDefinition> definitions = new ArrayList<>();
        List<SourceStamp> stamps = new ArrayList<>();
        for (int i = 0; i < files.length; i++) {
            String text = dropIn(files[i]);
            Path path = Path.of(name + "-" + i + ".conf");
            try {
                definitions.addAll(DropIn.parse(path, text.getBytes(UTF_8)).aliases());
            } catch (ConfigurationException e) {
                throw new AssertionError(e);
            }
            stamps.add(new SourceStamp(name, path.toString(), Sha256.of(text.getBytes(UTF_8))));
        }
        return Source.of(stamps, definitions);
    }

    static String dropIn(String lines) {
        StringBuilder text = new StringBuilder("[aliases]\n");
        for (String line : lines.split(";")) {
            List<String> words = Arrays.asList(line.strip().split(" ", 2));
            if (!line.isBlank()) {
                text.append('"').append(words.getFirst()).append("\" = \"");
                text.append(words.size() < 2 ? "" : words.get(1)).append("\"\n");
            }
        }
        return text.toString();
    }

    static BuildOutcome outcome(CatalogueRules rules, Source... sources) {
        return TableBuilder.build(rules, List.of(sources), Set.of("mongo", "redis")::contains);
    }

    static BuildOutcome.Built built(Source... sources) {
        return assertInstanceOf(BuildOutcome.Built.class, outcome(rules(), sources));
    }
}
