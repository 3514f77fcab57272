package dev.truename.names.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.config.RegistriesFileReader.V1;
import dev.truename.names.toml.Toml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds of one name, whatever files of whatever owners say of it, in whatever order.
class ProtectionPropertiesTest {
    /// A file with one definition.
    record Said(Owner owner, boolean isProtected, String target) {}

    @Property(tries = 3000)
    void whatAHigherLayerProtectsIsNotRedefined(@ForAll("files") List<Said> files) {
        RegistriesConfiguration merged = merged(files);
        Optional<ProtectedName> held = merged.layers().protection("n");
        Said counting = said(files, merged.alias("n").orElseThrow());

        assertEquals(files.stream().anyMatch(Said::isProtected), held.isPresent());
        assertFalse(held.isPresent() && held.get().by().isAbove(counting.owner()), "it is as high as who protects it");
        if (files.stream().anyMatch(said -> said.isProtected() && said.owner() == Owner.OFFICIAL)) {
            List<Said> official = files.stream()
                    .filter(said -> said.owner() == Owner.OFFICIAL)
                    .toList();
            assertEquals(official.getLast().target(), counting.target());
        }
        if (held.isEmpty()) {
            assertEquals(files.getLast(), counting);
        }
    }

    @Property(tries = 3000)
    void nothingIsForgotten(@ForAll("files") List<Said> files) {
        RegistriesConfiguration merged = merged(files);
        AliasDefinition counting = merged.alias("n").orElseThrow();
        List<AliasDefinition> all = new ArrayList<>(merged.shadowedAliases().getOrDefault("n", List.of()));
        all.add(counting);
        Optional<ProtectedName> held = merged.layers().protection("n");
        held.ifPresent(it -> {
            assertEquals(counting, it.definition());
            for (AliasDefinition refused : it.refused()) {
                assertTrue(it.by().isAbove(said(files, refused).owner()));
            }
            all.addAll(it.refused());
        });
        Set<Origin> origins = new HashSet<>();
        all.forEach(definition -> origins.add(definition.origin()));
        assertEquals(files.size(), origins.size());
        assertEquals(files.size(), all.size());
        assertEquals(
                held.map(it -> it.refused().size()).orElse(0), merged.warnings().size());
    }

    @Property(tries = 500)
    void withNothingProtectedTheOwnersDoNotMatter(@ForAll("files") List<Said> files) {
        List<Said> unprotected = files.stream()
                .map(said -> new Said(said.owner(), false, said.target()))
                .toList();
        RegistriesConfiguration merged = merged(unprotected);
        assertEquals(
                path(files.size() - 1), merged.alias("n").orElseThrow().origin().file());
        assertEquals(List.of(), merged.warnings());
        assertNotEquals(Optional.empty(), merged.layers().policy());
    }

    private static Path path(int number) {
        return Path.of("/f/" + number + ".conf");
    }

    private static Said said(List<Said> files, AliasDefinition definition) {
        String name = definition.origin().file().getFileName().toString();
        return files.get(Integer.parseInt(name.substring(0, name.indexOf('.'))));
    }

    private static RegistriesConfiguration merged(List<Said> files) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < files.size(); i++) {
            Said said = files.get(i);
            text.append("[[layer]]\nowner = \"").append(said.owner().word());
            text.append("\"\nfiles = [\"").append(path(i)).append("\"]\n");
            text.append(said.isProtected() ? "protect = [\"*\"]\n" : "");
        }
        Policy policy = PolicyReader.read(Path.of("/policy"), toml(text.toString()), new Findings());
        FileLayers layers = new FileLayers(
                policy, new ConfigurationSources.Layering(List.of(), false, Path.of("/usr/share"), Path.of("/etc")));
        Findings findings = new Findings();
        ConfigurationMerger merger = new ConfigurationMerger(layers, findings);
        for (int i = 0; i < files.size(); i++) {
            Toml.Result content = toml("[aliases]\nn = \"" + files.get(i).target() + "\"\n");
            merger.add(new RegistriesFileReader(findings).read(path(i), content, V1.REFUSED));
        }
        return merger.configuration(Optional.empty(), findings.warnings());
    }

    private static Toml.Result toml(String text) {
        return Toml.read(text.getBytes(UTF_8));
    }

    @Provide
    Arbitrary<List<Said>> files() {
        return Combinators.combine(
                        Arbitraries.of(Owner.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of("", "x.io/a", "y.io/b"))
                .as((owner, isProtected, target) -> new Said(owner, isProtected && owner != Owner.USER, target))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
