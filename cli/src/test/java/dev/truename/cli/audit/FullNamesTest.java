package dev.truename.cli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.cli.sarif.SarifRequirements;
import dev.truename.names.audit.Answers;
import dev.truename.names.audit.AuditReport;
import dev.truename.names.audit.Auditor;
import dev.truename.names.audit.OfficialNames;
import dev.truename.names.catalog.Catalogue;
import dev.truename.names.catalog.ShippedCatalogue;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.workload.ImageUse;
import dev.truename.names.workload.Place;
import dev.truename.names.workload.Rewritten;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullNamesTest {
    /// As where the name has a character that the locale does not: no path can be made of it.
    private static final String NO_PATH = "a\0b.yaml";

    @TempDir
    Path folder;

    private static AuditReport report(String... sources) {
        List<ImageUse> uses = Arrays.stream(sources)
                .map(source -> new ImageUse("ubi9", new Place(source, 1, 1), "list"))
                .toList();
        OfficialNames official = OfficialNames.of(ShippedCatalogue.read(), Catalogue.OFFICIAL);
        Auditor auditor = new Auditor(RegistriesConfiguration.EMPTY, official, Optional.empty());
        return AuditReport.of(AuditReport.byName(uses), auditor, Answers.NONE);
    }

    @Test
    void aFileThatIsNotFoundAgainKeepsNoOtherFromBeingWritten() throws Exception {
        Path list = Files.writeString(folder.resolve("images.txt"), "ubi9\n");
        String gone = folder.resolve("gone.txt").toString();
        String pipe = folder.resolve("pipe.txt").toString();
        assertEquals(0, new ProcessBuilder("mkfifo", pipe).start().waitFor());
        FullNames names = FullNames.of(report(NO_PATH, gone, pipe, list.toString()), Set.of(), Optional.empty());
        names.write();
        assertEquals("registry.access.redhat.com/ubi9\n", Files.readString(list));
        assertEquals(
                List.of(gone, pipe, NO_PATH),
                names.refusals().stream()
                        .map(Rewritten.Refusal::place)
                        .map(Place::source)
                        .sorted()
                        .toList());
    }

    /// Asking registries takes its time.
    @Test
    void whatSomebodyWroteMeanwhileStays() throws Exception {
        Path list = Files.writeString(folder.resolve("images.txt"), "ubi9\n");
        AuditReport report = report(list.toString());
        Files.writeString(list, "ubi8\n");
        FullNames names = FullNames.of(report, Set.of(), Optional.empty());
        assertEquals(0, names.names());
        assertEquals(
                "the file has changed since it was read",
                names.refusals().getFirst().reason());
    }

    @Test
    void aPlaceThatIsNoPathIsNamedAllTheSame() throws IOException {
        Audited audited =
                new Audited(report(NO_PATH), 1, List.of(), RegistriesConfiguration.EMPTY, false, FullNames.NONE);
        String log = AuditSarif.of(audited, folder);
        SarifRequirements.check(log);
        assertTrue(log.contains("\"fullyQualifiedName\":\"a\\u0000b.yaml:1\""), log);
    }
}
