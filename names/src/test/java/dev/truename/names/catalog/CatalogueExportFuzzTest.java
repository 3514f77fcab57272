package dev.truename.names.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.truename.names.config.ConfigurationException;
import java.nio.file.Path;

class CatalogueExportFuzzTest {
    private static final Path FILE = Path.of("fuzzed.json");

    private static final byte[] EXPORT = """
            {"data": [{"registry": "good.example", "repository": "ubi", "published": true},
             {"registry": "registry.access.redhat.com", "repository": "app/two", "requires_terms": true}]}
            """.getBytes(UTF_8);

    /// Any bytes, and any change of a good export, give aliases or mistakes.
    @FuzzTest(maxDuration = "10s")
    void export(byte[] bytes) {
        readExport(bytes);
        readExport(Fuzzed.changed(EXPORT, bytes));
    }

    private static void readExport(byte[] bytes) {
        try {
            CatalogueExport.parse(FILE, bytes)
                    .forEach(alias -> assertTrue(alias.target().isPresent()));
        } catch (ConfigurationException e) {
            Fuzzed.check(e, bytes);
        }
    }
}
