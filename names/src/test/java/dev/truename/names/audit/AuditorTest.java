package dev.truename.names.audit;

import static dev.truename.names.Snapshots.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.Snapshots;
import dev.truename.names.config.ShortNameMode;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AuditorTest {
    private static final OfficialNames OFFICIAL =
            new OfficialNames(Map.of("ubi9", Repository.parse("registry.access.redhat.com/ubi9/ubi")));
    private static final String PINNED = "@sha256:" + "a".repeat(64);

    private static Snapshots searching(String hosts) {
        return snapshot().search(hosts.isEmpty() ? new String[0] : hosts.split(" ", -1));
    }

    private static NameAudit audit(Snapshots snapshot, String name, String answers) {
        return new Auditor(snapshot.build(), OFFICIAL, Optional.empty())
                .audit(name.replace("PINNED", PINNED), new FakeAnswers(answers));
    }

    private static String classes(NameAudit audit) {
        return String.join(
                " ", audit.findings().stream().map(it -> it.kind().word()).toList());
    }

    private static String decision(NameAudit audit) {
        return switch (audit.decision()) {
            case Decision.Needless _ -> "needless";
            case Decision.Decided it -> it.repository().toString();
            case Decision.Undecided it -> it.doubt().toString();
        };
    }

    @ParameterizedTest(name = "{0} in [{1}], {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # name         | search             | answers                     | classes                                         | means                  | decision
            q.io/a         | quay.io            | ''                          | qualified                                       | q.io/a:latest          | needless
            q.io/a         | quay.io            | q.io=a                      | qualified                                       | q.io/a:latest          | needless
            q.io/a         | quay.io            | q.io=none                   | missing qualified                               | -                      | needless
            quay.io/a/b    | ''                 | quay.io=none                | squattable missing qualified                    | -                      | needless
            quay.io/a/b    | ''                 | quay.io=untagged            | missing qualified                               | -                      | needless
            quay.io/a/b    | ''                 | quay.io=hidden              | unknown qualified                               | -                      | needless
            q.io/a         | quay.io            | q.io=down                   | unknown qualified                               | -                      | needless
            a/b            | q.io               | ''                          | one-registry                                    | q.io/a/b:latest        | q.io/a/b
            a/b            | q.io               | q.io=a                      | one-registry                                    | q.io/a/b:latest        | q.io/a/b
            a/b            | q.io               | q.io=none                   | missing                                         | -                      | MISSING
            a/b            | q.io               | q.io=down                   | unknown                                         | -                      | q.io/a/b
            a/b            | docker.io          | docker.io=none              | squattable missing                              | -                      | MISSING
            a              | docker.io          | docker.io=none              | missing                                         | -                      | MISSING
            a/b            | q.io r.io          | ''                          | ambiguous breaks-under-enforcing                | -                      | NOT_ASKED
            a/b            | docker.io r.io     | ''                          | squattable ambiguous breaks-under-enforcing     | -                      | NOT_ASKED
            a              | docker.io r.io     | ''                          | ambiguous breaks-under-enforcing                | -                      | NOT_ASKED
            a/b            | r.io docker.io     | ''                          | ambiguous breaks-under-enforcing                | -                      | NOT_ASKED
            a/b            | q.io r.io          | q.io=a r.io=b               | ambiguous breaks-under-enforcing                | q.io/a/b:latest        | DIFFERENT_IMAGES
            a/b            | q.io r.io          | q.io=a r.io=a               | breaks-under-enforcing identical                | q.io/a/b:latest        | q.io/a/b
            a/b            | q.io r.io          | q.io=none r.io=a            | breaks-under-enforcing one-registry             | r.io/a/b:latest        | r.io/a/b
            a/b            | q.io r.io          | q.io=a r.io=none            | breaks-under-enforcing one-registry             | q.io/a/b:latest        | q.io/a/b
            a/b            | docker.io r.io     | docker.io=none r.io=a       | squattable breaks-under-enforcing one-registry  | r.io/a/b:latest        | r.io/a/b
            a/b            | docker.io r.io     | docker.io=unsaid r.io=a     | squattable breaks-under-enforcing one-registry  | r.io/a/b:latest        | r.io/a/b
            a/b            | docker.io r.io     | docker.io=untagged r.io=a   | breaks-under-enforcing one-registry             | r.io/a/b:latest        | r.io/a/b
            a/b            | docker.io r.io     | docker.io=a r.io=none       | breaks-under-enforcing one-registry             | docker.io/a/b:latest   | docker.io/a/b
            a/b            | r.io docker.io     | r.io=a docker.io=none       | breaks-under-enforcing one-registry             | r.io/a/b:latest        | r.io/a/b
            a/b            | docker.io r.io     | docker.io=hidden r.io=a     | squattable breaks-under-enforcing unknown       | -                      | NO_ANSWER
            a/b            | r.io docker.io     | r.io=a docker.io=hidden     | breaks-under-enforcing unknown                  | r.io/a/b:latest        | NO_ANSWER
            a/b            | docker.io r.io     | docker.io=down r.io=a       | breaks-under-enforcing unknown                  | -                      | NO_ANSWER
            a/b            | q.io r.io          | q.io=a r.io=down            | breaks-under-enforcing unknown                  | q.io/a/b:latest        | NO_ANSWER
            a/b            | q.io r.io          | q.io=none r.io=none         | missing breaks-under-enforcing                  | -                      | MISSING
            a/b            | q.io r.io quay.io  | q.io=a r.io=b quay.io=a     | ambiguous breaks-under-enforcing                | q.io/a/b:latest        | DIFFERENT_IMAGES
            a/b            | q.io q.io          | ''                          | breaks-under-enforcing one-registry             | q.io/a/b:latest        | q.io/a/b
            a/b            | q.io q.io          | q.io=none                   | missing breaks-under-enforcing                  | -                      | MISSING
            a/bPINNED      | docker.io r.io     | docker.io=none r.io=a       | breaks-under-enforcing one-registry             | r.io/a/bPINNED         | r.io/a/b
            a/bPINNED      | docker.io r.io     | ''                          | breaks-under-enforcing                          | -                      | NOT_ASKED
            a/bPINNED      | docker.io r.io     | docker.io=a r.io=a          | breaks-under-enforcing identical                | docker.io/a/bPINNED    | r.io/a/b
            a/b            | docker.io quay.io r.io | docker.io=a quay.io=a r.io=a | breaks-under-enforcing identical           | docker.io/a/b:latest   | r.io/a/b
            a              | docker.io r.io     | docker.io=a r.io=a          | breaks-under-enforcing identical                | docker.io/library/a:latest | docker.io/library/a
            a/b            | docker.io quay.io  | docker.io=a quay.io=a       | breaks-under-enforcing identical                | docker.io/a/b:latest   | docker.io/a/b
            a/b            | ''                 | ''                          | unresolved                                      | -                      | NO_CANDIDATE
            Foo/b          | q.io               | ''                          | unresolved                                      | -                      | NO_CANDIDATE
            a b            | q.io               | ''                          | invalid                                         | -                      | needless
            docker://a     | q.io               | ''                          | invalid                                         | -                      | needless
            ubi9           | q.io r.io          | q.io=a r.io=b               | ambiguous breaks-under-enforcing official-unused | q.io/ubi9:latest      | registry.access.redhat.com/ubi9/ubi
            ubi9           | ''                 | ''                          | unresolved official-unused                      | -                      | registry.access.redhat.com/ubi9/ubi
            """)
    void whatIsFoundOfAName(String name, String search, String answers, String classes, String means, String decision) {
        NameAudit audit = audit(searching(search), name, answers);
        assertEquals(classes, classes(audit));
        assertEquals(
                Optional.ofNullable(means).map(text -> text.replace("PINNED", PINNED)),
                audit.means().map(Qualified::toString));
        assertEquals(decision, decision(audit));
    }

    @ParameterizedTest
    @EnumSource(ShortNameMode.class)
    void anAliasIsFineInEveryMode(ShortNameMode mode) {
        Snapshots snapshot =
                searching("docker.io quay.io").alias("app", "r.io/me/app").mode(mode);
        NameAudit audit = audit(snapshot, "app:1", "");
        assertEquals("alias", classes(audit));
        assertEquals("r.io/me/app", decision(audit));
        assertEquals("r.io/me/app:1", audit.means().orElseThrow().toString());
        assertEquals("docker.io/library/app:1", audit.elsewhere().orElseThrow().toString());
    }

    @Test
    void anAliasThatLeadsNowhereIsTold() {
        Snapshots snapshot = searching("docker.io").alias("app", "quay.io/me/app");
        assertEquals("squattable missing alias", classes(audit(snapshot, "app", "quay.io=none")));
    }

    @Test
    void anOfficialNameThatMeansSomethingElseIsTold() {
        NameAudit audit = audit(snapshot().alias("ubi9", "evil.example/ubi9"), "ubi9", "");
        assertEquals("contradicts-official alias", classes(audit));
        assertEquals("evil.example/ubi9", decision(audit));
        assertEquals(
                "alias", classes(audit(snapshot().alias("ubi9", "registry.access.redhat.com/ubi9/ubi"), "ubi9", "")));
    }

    @Test
    void whatWasTakenAwayOnPurposeIsNotGivenBack() {
        NameAudit audit = audit(searching("q.io").alias("ubi9", ""), "ubi9", "");
        assertEquals("one-registry", classes(audit));
        assertEquals("q.io/ubi9", decision(audit));
    }

    @Test
    void aNearMissIsToldBesideTheRest() {
        Snapshots snapshot = searching("q.io r.io").alias("my-app", "s.io/my-app");
        NameAudit audit = audit(snapshot, "my_app", "");
        assertEquals("ambiguous breaks-under-enforcing near-miss", classes(audit));
        assertTrue(AuditWords.of(audit.findings().getLast()).startsWith("nearly my-app, which means s.io/my-app ("));
    }

    @Test
    void anOfficialNameIsNoMisspeltOne() {
        NameAudit audit = audit(searching("q.io").alias("ubi8", "registry.access.redhat.com/ubi8/ubi"), "ubi9", "");
        assertEquals("official-unused one-registry", classes(audit));
    }

    @ParameterizedTest
    @EnumSource(ShortNameMode.class)
    void enforcingBreaksANameWhateverTheModeIsNow(ShortNameMode mode) {
        NameAudit audit = audit(searching("q.io r.io").mode(mode), "app", "");
        AuditFinding breaks = audit.findings().getLast();
        assertEquals(new AuditFinding.BreaksUnderEnforcing(2, mode == ShortNameMode.ENFORCING), breaks);
    }

    @Test
    void aBlockedPlaceStopsTheSearchThere() {
        Snapshots snapshot = searching("q.io r.io").registry("q.io", "q.io", "blocked");
        NameAudit audit = audit(snapshot, "app", "r.io=a");
        assertEquals("blocked breaks-under-enforcing", classes(audit));
        assertEquals("BLOCKED", decision(audit));
        Snapshots behind = searching("q.io r.io").registry("r.io", "r.io", "blocked");
        assertEquals("breaks-under-enforcing one-registry", classes(audit(behind, "app", "q.io=a")));
        assertEquals("blocked qualified", classes(audit(snapshot, "q.io/app", "")));
    }

    /// A cache for a public registry fetches what it lacks, whoever put it there.
    @Test
    void aRewriteDoesNotHideAnOpenRegistry() {
        Snapshots proxied = searching("docker.io r.io").registry("docker.io", "cache.example/hub", "");
        assertEquals(
                "squattable breaks-under-enforcing one-registry",
                classes(audit(proxied, "a/b", "docker.io=none r.io=a")));
        Snapshots sent = searching("corp.example r.io").registry("corp.example", "quay.io", "");
        assertEquals(
                "squattable breaks-under-enforcing one-registry",
                classes(audit(sent, "a/b", "corp.example=none r.io=a")));
    }

    @Test
    void aPreferredRegistryDecidesOnlyWhereNothingElseDoes() {
        Auditor auditor = new Auditor(searching("q.io docker.io").build(), OFFICIAL, Optional.of("index.docker.io"));
        assertEquals("docker.io/library/app", decision(auditor.audit("app", Answers.NONE)));
        assertEquals("q.io/app", decision(auditor.audit("app", new FakeAnswers("q.io=a docker.io=none"))));
        assertEquals("docker.io/library/app", decision(auditor.audit("app", new FakeAnswers("q.io=a docker.io=b"))));
        assertEquals("docker.io/library/app", decision(auditor.audit("app", new FakeAnswers("q.io=a docker.io=a"))));
        assertEquals("MISSING", decision(auditor.audit("app", new FakeAnswers("q.io=none docker.io=none"))));
        assertEquals("registry.access.redhat.com/ubi9/ubi", decision(auditor.audit("ubi9", Answers.NONE)));
    }

    @Test
    void whatIsBlockedIsNotAskedAbout() {
        Auditor auditor = new Auditor(
                searching("q.io r.io").registry("q.io", "q.io", "blocked").build(), OFFICIAL, Optional.empty());
        assertEquals(List.of(Qualified.parse("r.io/app:1")), auditor.questions("app:1"));
        assertEquals(List.of(Qualified.parse("s.io/app:latest")), auditor.questions("s.io/app"));
        assertEquals(List.of(), auditor.questions("::"));
    }
}
