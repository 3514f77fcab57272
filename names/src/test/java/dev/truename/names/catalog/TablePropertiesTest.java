package dev.truename.names.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.DropIn;
import dev.truename.names.reference.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds of any sources.
class TablePropertiesTest {
    private static final Path FILE = Path.of("made.toml");

    @Property(tries = 300)
    void theOrderOfSourcesAndLinesDoesNotMatter(@ForAll("sources") List<List<String>> sources, @ForAll long seed) {
        List<Source> one = sources(sources);
        List<Source> other = new ArrayList<>();
        Random random = new Random(seed);
        for (Source source : one) {
            List<Entry> entries = new ArrayList<>(source.entries());
            Collections.shuffle(entries, random);
            other.add(new Source(source.stamps(), entries, source.shadowed()));
        }
        Collections.shuffle(other, random);
        assertEquals(shown(build(one)), shown(build(other)));
    }

    /// A catalogue is a source that its rules change nothing of.
    @Property(tries = 300)
    void buildingAgainChangesNothing(@ForAll("sources") List<List<String>> sources) throws ConfigurationException {
        if (build(sources(sources)) instanceof BuildOutcome.Built built) {
            String text = CatalogueText.of(built.catalogue());
            Catalogue read = Catalogue.parse(FILE, text.getBytes(UTF_8));
            assertEquals(text, CatalogueText.of(read));
            BuildOutcome.Built again = assertInstanceOf(BuildOutcome.Built.class, build(List.of(Source.of(read))));
            assertEquals(text, CatalogueText.of(again.catalogue()));
        }
    }

    @Property(tries = 300)
    void aDropInSaysWhatItsTableSays(@ForAll("sources") List<List<String>> sources) throws ConfigurationException {
        if (build(sources(sources)) instanceof BuildOutcome.Built built) {
            for (String profile : built.catalogue().profiles()) {
                String text = new TableRenderer(built.catalogue(), profile).render();
                DropIn read = DropIn.parse(FILE, text.getBytes(UTF_8));
                Map<String, Repository> said = read.aliases().stream()
                        .collect(Collectors.toMap(
                                AliasDefinition::key, alias -> alias.target().orElseThrow()));
                Map<String, Repository> wanted = built.catalogue().table(profile).stream()
                        .collect(Collectors.toMap(CatalogueEntry::key, CatalogueEntry::target));
                assertEquals(wanted, said);
            }
        }
    }

    /// Whatever sources say, nothing gets in that no line allows.
    @Property(tries = 300)
    void nothingUnreviewedGetsIn(@ForAll("sources") List<List<String>> sources) {
        if (build(sources(sources)) instanceof BuildOutcome.Built built) {
            Set<String> keys = built.catalogue().table(Catalogue.OFFICIAL).stream()
                    .map(CatalogueEntry::key)
                    .collect(Collectors.toSet());
            assertEquals(
                    keys.size(), built.catalogue().table(Catalogue.OFFICIAL).size());
            for (CatalogueEntry entry : built.catalogue().table(Catalogue.OFFICIAL)) {
                assertEquals(
                        true,
                        Set.of("good.example", "login.example")
                                        .contains(entry.target().host())
                                && (entry.entry().isPlain() || entry.key().equals("short"))
                                && !entry.key().startsWith("library/")
                                && !Set.of("mongo", "old/x").contains(entry.key()),
                        entry::toString);
            }
        }
    }

    private static BuildOutcome build(List<Source> sources) {
        return TableBuilder.build(Made.rules(), sources, "mongo"::equals);
    }

    private static List<Source> sources(List<List<String>> lines) {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            sources.add(Made.source("s" + i, String.join(";", lines.get(i))));
        }
        return sources;
    }

    private static String shown(BuildOutcome outcome) {
        return switch (outcome) {
            case BuildOutcome.Undecided undecided -> undecided.conflicts().toString();
            case BuildOutcome.Built built -> CatalogueText.of(built.catalogue()) + built.judged() + built.stale();
        };
    }

    @Provide
    Arbitrary<List<List<String>>> sources() {
        Arbitrary<String> keys = Arbitraries.of(
                "ubi",
                "short",
                "mongo",
                "app/a",
                "app/b",
                "app/both",
                "app/x-bundle",
                "tool/t",
                "old/x",
                "partner/p",
                "library/l");
        Arbitrary<String> hosts = Arbitraries.of("good.example", "login.example", "evil.example");
        Arbitrary<String> paths = Arbitraries.of("", "", "", "app/long");
        Arbitrary<String> lines = Combinators.combine(keys, hosts, paths)
                .as((key, host, path) -> key + " " + host + "/" + (path.isEmpty() ? key : path));
        return lines.list()
                .uniqueElements(line -> line.substring(0, line.indexOf(' ')))
                .ofMaxSize(6)
                .list()
                .ofMaxSize(3);
    }
}
