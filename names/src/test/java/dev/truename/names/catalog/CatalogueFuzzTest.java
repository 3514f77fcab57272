package dev.truename.names.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.DropIn;
import java.nio.file.Path;

class CatalogueFuzzTest {
    private static final Path FILE = Path.of("fuzzed.toml");

    private static final byte[] CATALOGUE = CatalogueText.of(Made.built(
                            Made.source(
                                    "a",
                                    "ubi good.example/ubi; short good.example/app/long; app/two good.example/app/two;"
                                            + " app/both good.example/app/both; old/x good.example/old/x"),
                            Made.source("b", "app/both login.example/app/both; ubi8/ubi good.example/ubi8-ubi"))
                    .catalogue())
            .getBytes(UTF_8);

    /// Any bytes, and any change of a good catalogue, give a catalogue or mistakes. What was read can be written and
    /// read again, and its tables can be read.
    @FuzzTest(maxDuration = "10s")
    void catalogue(byte[] bytes) throws ConfigurationException {
        readCatalogue(bytes);
        readCatalogue(Fuzzed.changed(CATALOGUE, bytes));
    }

    private static void readCatalogue(byte[] bytes) throws ConfigurationException {
        Catalogue catalogue;
        try {
            catalogue = Catalogue.parse(FILE, bytes);
        } catch (ConfigurationException e) {
            Fuzzed.check(e, bytes);
            return;
        }
        String text = CatalogueText.of(catalogue);
        assertEquals(text, CatalogueText.of(Catalogue.parse(FILE, text.getBytes(UTF_8))));
        for (String profile : catalogue.profiles()) {
            byte[] table = new TableRenderer(catalogue, profile).render().getBytes(UTF_8);
            assertEquals(
                    catalogue.table(profile).size(),
                    DropIn.parse(FILE, table).aliases().size());
        }
    }
}
