package dev.truename.names.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.truename.names.config.RegistriesFileReader.V1;
import dev.truename.names.toml.Toml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Merging, against the sentence that describes it: the last file that says something counts.
class MergePropertiesTest {
    private static final FileLayers NO_LAYERS = new FileLayers(
            Policy.NONE, new ConfigurationSources.Layering(List.of(), false, Path.of("/usr/share"), Path.of("/etc")));

    @Property(tries = 300)
    void theLastOneCountsAndTheOthersAreKept(@ForAll("files") List<Map<String, String>> files) throws Exception {
        Findings findings = new Findings();
        ConfigurationMerger merger = new ConfigurationMerger(NO_LAYERS, findings);
        Map<String, List<String>> definitions = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            Path path = Path.of("f" + i + ".conf");
            merger.add(new RegistriesFileReader(findings).read(path, Toml.read(text(files.get(i))), V1.REFUSED));
            files.get(i)
                    .keySet()
                    .forEach(key -> definitions
                            .computeIfAbsent(key, k -> new ArrayList<>())
                            .add(path.toString()));
        }
        findings.throwErrors();
        RegistriesConfiguration merged = merger.configuration(Optional.empty(), List.of());
        assertEquals(definitions.keySet(), merged.aliases().keySet());
        definitions.forEach((key, expected) -> {
            List<String> order = new ArrayList<>();
            merged.shadowedAliases()
                    .getOrDefault(key, List.of())
                    .forEach(a -> order.add(a.origin().file().toString()));
            order.add(merged.alias(key).orElseThrow().origin().file().toString());
            assertEquals(expected, order);
        });
        for (RegistryEntry entry : merged.registries()) {
            String key = entry.prefix().substring(0, entry.prefix().indexOf('.'));
            List<String> order = new ArrayList<>();
            entry.shadows().forEach(origin -> order.add(origin.file().toString()));
            order.add(entry.origin().file().toString());
            assertEquals(definitions.get(key), order);
        }
        assertEquals(definitions.size(), merged.registries().size());
    }

    /// For each key an alias, and a registry whose prefix is `KEY.example`.
    private static byte[] text(Map<String, String> file) {
        StringBuilder text = new StringBuilder();
        file.keySet().forEach(key -> text.append("[[registry]]\nlocation = \"" + key + ".example\"\n"));
        text.append("[aliases]\n");
        file.forEach((key, host) -> text.append(key + " = \"" + host + "\"\n"));
        return text.toString().getBytes(UTF_8);
    }

    @Provide
    Arbitrary<List<Map<String, String>>> files() {
        Arbitrary<String> keys = Arbitraries.of("a", "b", "c", "d");
        Arbitrary<String> targets = Arbitraries.of("", "x.io/a", "y.io/b");
        return Arbitraries.maps(keys, targets).ofMaxSize(4).list().ofMaxSize(5);
    }
}
