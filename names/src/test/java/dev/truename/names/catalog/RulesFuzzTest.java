package dev.truename.names.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.truename.names.config.ConfigurationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

class RulesFuzzTest {
    private static final Path FILE = Path.of("fuzzed.toml");
    private static final byte[] RULES = Made.RULES.getBytes(UTF_8);
    /// Any bytes, and any change of good rules, give rules or mistakes, each on a line that the file has; rules that
    /// were read can be built with.
    @FuzzTest(maxDuration = "10s")
    void rules(byte[] bytes) {
        readRules(bytes);
        readRules(Fuzzed.changed(RULES, bytes));
    }

    private static void readRules(byte[] bytes) {
        try {
            CatalogueRules rules = CatalogueRules.parse(FILE, bytes);
            TableBuilder.build(rules, List.of(Made.source("s", "ubi good.example/ubi")), Set.of()::contains);
        } catch (ConfigurationException e) {
            Fuzzed.check(e, bytes);
        }
    }
}
