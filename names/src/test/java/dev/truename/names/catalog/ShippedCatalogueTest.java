package dev.truename.names.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.config.ConfigurationChoices;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.ConfigurationLoader;
import dev.truename.names.config.ConfigurationSources;
import dev.truename.names.config.Generation;
import dev.truename.names.config.HostEnvironment;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.known.DockerOfficialImages;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import dev.truename.names.shortname.Chooser;
import dev.truename.names.shortname.Resolution;
import dev.truename.names.shortname.ShortNameResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The catalogue, the rules and the drop-ins that are committed and shipped.
class ShippedCatalogueTest {
    private static final Path FOLDER = Path.of("..", "catalog");
    private static final String REBUILD =
            "out of date: run scripts/refresh-table --write (docs/table.md tells when that needs RHEL's files)";

    private final Catalogue catalogue = ShippedCatalogue.read();

    @Test
    @DisplayName("the catalogue is what its rules make of it, to the byte, and no line of the rules is left over")
    void catalogueIsThatOfTheRules() throws ConfigurationException, IOException {
        CatalogueRules rules = CatalogueRules.read(FOLDER.resolve("rules.toml"));
        Path file = FOLDER.resolve("official.toml");
        BuildOutcome.Built built = assertInstanceOf(
                BuildOutcome.Built.class, TableBuilder.build(rules, List.of(Source.of(Catalogue.read(file)))));
        assertEquals(CatalogueText.of(built.catalogue()), Files.readString(file), REBUILD);
        assertEquals(List.of(), built.stale());
        assertEquals(CatalogueText.of(catalogue), Files.readString(file), "the program has another catalogue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"official", "openshift"})
    void dropInsAreThoseOfTheCatalogue(String profile) throws IOException {
        assertEquals(
                new TableRenderer(catalogue, profile).render(),
                Files.readString(FOLDER.resolve(profile + ".conf")),
                REBUILD);
    }

    @ParameterizedTest
    @EnumSource(Generation.class)
    @DisplayName("every name resolves to exactly its target, tag and digest kept")
    void everyNameMeansItsTarget(Generation generation, @TempDir Path root) throws ConfigurationException, IOException {
        for (String profile : catalogue.profiles()) {
            ShortNameResolver resolver = new ShortNameResolver(load(generation, profile, root.resolve(profile)));
            for (CatalogueEntry entry : catalogue.table(profile)) {
                for (String suffix : List.of("", ":1", "@sha256:" + "0".repeat(64))) {
                    String expected = entry.target() + (suffix.isEmpty() ? ":latest" : suffix);
                    assertEquals(Optional.of(expected), aliased(resolver, entry.key() + suffix));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Generation.class)
    @DisplayName("no name of a Docker Hub official image has an alias")
    void noneOfDockerHub(Generation generation, @TempDir Path root) throws ConfigurationException, IOException {
        ShortNameResolver resolver = new ShortNameResolver(load(generation, "official", root));
        assertTrue(DockerOfficialImages.names().size() > 100);
        for (String name : DockerOfficialImages.names()) {
            assertEquals(Optional.empty(), aliased(resolver, name));
            assertEquals(Optional.empty(), aliased(resolver, "library/" + name));
        }
    }

    private static RegistriesConfiguration load(Generation generation, String profile, Path root)
            throws ConfigurationException, IOException {
        Path folder = Files.createDirectories(root.resolve("etc/containers/registries.conf.d"));
        Files.copy(FOLDER.resolve(profile + ".conf"), folder.resolve("099-truename.conf"));
        HostEnvironment host = new HostEnvironment(
                Map.of(), root.resolve("home"), 0, root.resolve("etc"), root.resolve("usr"), root.resolve("var"));
        ConfigurationChoices choices = new ConfigurationChoices(
                generation, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return ConfigurationLoader.load(ConfigurationSources.of(host, choices));
    }

    private static Optional<String> aliased(ShortNameResolver resolver, String name) {
        Resolution resolution = resolver.resolve(ImageReference.parse(name), Chooser.NOBODY);
        return resolution instanceof Resolution.Aliased aliased
                ? Optional.of(aliased.reference()).map(Qualified::toString)
                : Optional.empty();
    }

    @Test
    @DisplayName("of what other tables send to strangers, or wrongly, nothing is left")
    void nothingOfStrangers() {
        List<String> strange = new ArrayList<>();
        for (CatalogueEntry entry : catalogue.table("official")) {
            Repository target = entry.target();
            if (!List.of("registry.redhat.io", "registry.access.redhat.com").contains(target.host())
                    || entry.key().startsWith("ibm")
                    || target.path().contains("rhel-minimum")
                    || target.path().endsWith("-bundle")) {
                strange.add(entry.key() + " " + target);
            }
        }
        assertEquals(List.of(), strange);
    }

    @ParameterizedTest
    @CsvSource({
        "ubi9, registry.access.redhat.com/ubi9, official openshift",
        "ubi9/ubi-minimal, registry.access.redhat.com/ubi9/ubi-minimal, official openshift",
        "rhel8, registry.access.redhat.com/ubi8, official openshift",
        "skopeo, registry.access.redhat.com/ubi8/skopeo, official openshift",
        "rhel7/rhel-atomic, registry.access.redhat.com/rhel7/rhel-atomic, official",
        "openshift4/ose-cli, registry.redhat.io/openshift4/ose-cli, official openshift",
        "odf4/ocs-rhel9-operator, registry.redhat.io/odf4/ocs-rhel9-operator, official openshift",
        "rhosp-rhel9/openstack-neutron-metadata-agent, registry.redhat.io/rhosp-rhel9/openstack-neutron-metadata-agent,"
                + " official",
    })
    void wellKnownNames(String name, String target, String profiles) {
        CatalogueEntry entry = catalogue.inForce(name).orElseThrow();
        assertEquals(target, entry.target().toString());
        assertEquals(profiles, String.join(" ", entry.profiles()));
    }

    @Test
    @DisplayName("the numbers that docs/table.md tells")
    void numbers() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "table.md"), UTF_8);
        Map<String, Integer> numbers = new HashMap<>();
        for (String profile : catalogue.profiles()) {
            numbers.put(profile, catalogue.table(profile).size());
        }
        TableCounts counts = TableCounts.of(catalogue.entries());
        counts.dropped().forEach((rule, count) -> numbers.put(rule.id(), count));
        numbers.forEach((what, count) -> {
            String row = "| `" + what + "` | " + String.format("%,d", count) + " |";
            assertTrue(document.contains(row), () -> "docs/table.md has no row " + row);
        });
    }
}
