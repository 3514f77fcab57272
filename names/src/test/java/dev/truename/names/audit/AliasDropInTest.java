package dev.truename.names.audit;

import static dev.truename.names.Snapshots.snapshot;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.Snapshots;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.DropIn;
import dev.truename.names.reference.Repository;
import dev.truename.names.workload.ImageUse;
import dev.truename.names.workload.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasDropInTest {
    private static final OfficialNames OFFICIAL =
            new OfficialNames(Map.of("ubi9", Repository.parse("registry.access.redhat.com/ubi9/ubi")));

    private static AliasDropIn dropIn(Snapshots snapshot, Answers answers, String... images) {
        List<ImageUse> uses = new ArrayList<>();
        for (String image : images) {
            uses.add(new ImageUse(image, new Place("web.yaml", uses.size() + 1, 1), "Deployment web"));
        }
        Auditor auditor = new Auditor(snapshot.build(), OFFICIAL, Optional.empty());
        return new AliasDropIn(
                "made for a test", AliasProposal.of(AuditReport.of(AuditReport.byName(uses), auditor, answers)));
    }

    @Test
    void eachNameHasItsReasonAndItsUses() throws ConfigurationException {
        Snapshots snapshot = snapshot().alias("mine", "r.io/me/mine").search("docker.io", "quay.io");
        AliasDropIn dropIn = dropIn(
                snapshot,
                reference -> new FakeAnswers(
                                reference.repository().path().startsWith("b/")
                                        ? "docker.io=a quay.io=b"
                                        : "docker.io=none quay.io=a")
                        .about(reference),
                "mine:1",
                "ubi9",
                "a/app:2",
                "a/app:3",
                "b/app",
                "quay.io/full/name",
                "no name");
        assertEquals("""
                # made for a test
                # Short names: 4; with one meaning: 3; left for you to decide: 1.
                [aliases]

                # quay.io/a/app, which alone has it, sha256:aaaaaaaaaaaa; not there: docker.io/a/app
                # used: web.yaml:3: Deployment web
                # used: web.yaml:4: Deployment web
                "a/app" = "quay.io/a/app"

                # r.io/me/mine, which is its alias now (/test/registries.conf:1)
                # used: web.yaml:1: Deployment web
                "mine" = "r.io/me/mine"

                # registry.access.redhat.com/ubi9/ubi, which is what the official table says
                # used: web.yaml:2: Deployment web
                "ubi9" = "registry.access.redhat.com/ubi9/ubi"

                # UNDECIDED b/app: several registries have it, and not the same image
                # used: web.yaml:5: Deployment web
                # "b/app" = "docker.io/b/app"
                # "b/app" = "quay.io/b/app"
                """, dropIn.render());
        assertEquals(
                3,
                DropIn.parse(Path.of("x.conf"), dropIn.render().getBytes(UTF_8))
                        .aliases()
                        .size());
        assertEquals(List.of(), dropIn.verify());
    }

    /// All tags of a name share its alias.
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            quay.io=a docker.io=none | quay.io=b docker.io=none | quay.io/app
            quay.io=a docker.io=none | quay.io=none docker.io=a | -
            quay.io=a docker.io=none | quay.io=a docker.io=b    | -
            quay.io=a docker.io=none | quay.io=down docker.io=a | -
            quay.io=a docker.io=none | quay.io=none docker.io=none | quay.io/app
            quay.io=none docker.io=none | quay.io=none docker.io=none | -
            """)
    void tagsOfOneNameMustAgree(String one, String two, String target) {
        AliasDropIn dropIn = dropIn(
                snapshot().search("quay.io", "docker.io"),
                reference -> new FakeAnswers(reference.toString().endsWith(":1") ? one : two).about(reference),
                "app:1",
                "app:2");
        assertEquals(1, dropIn.proposals().size());
        assertEquals(
                Optional.ofNullable(target),
                dropIn.proposals().getFirst().target().map(Repository::toString));
    }

    @Test
    void nothingFromOutsideEndsAComment() {
        List<ImageUse> uses = List.of(new ImageUse(
                "app",
                new Place("a\n\"evil\" = \"evil.example/x\"\n", 1, 1),
                "Deployment \r\n\u202e" + "x".repeat(9000)));
        Auditor auditor = new Auditor(snapshot().search("q.io").build(), OfficialNames.NONE, Optional.empty());
        AliasDropIn dropIn =
                new AliasDropIn("t", AliasProposal.of(AuditReport.of(AuditReport.byName(uses), auditor, Answers.NONE)));
        assertEquals(List.of(), dropIn.verify());
        assertTrue(dropIn.render().lines().noneMatch(line -> line.startsWith("\"evil\"")), dropIn.render());
        assertTrue(dropIn.render().lines().allMatch(line -> line.length() < 500));
    }

    @Test
    void moreUsesAreCounted() {
        AliasDropIn dropIn = dropIn(snapshot().search("q.io"), Answers.NONE, "a", "a", "a", "a", "a");
        assertTrue(
                dropIn.render().contains("# used: web.yaml:3: Deployment web\n# and 2 more\n\"a\""), dropIn.render());
    }
}
