package dev.truename.names.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.Snapshots;
import dev.truename.names.config.AliasDefinition;
import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.DropIn;
import dev.truename.names.config.ShortNameMode;
import dev.truename.names.workload.ImageUse;
import dev.truename.names.workload.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds of any names under any configuration, whatever registries say.
class AuditPropertiesTest {
    private static final String[] HOSTS = {"docker.io", "quay.io", "q.io", "r.io"};
    private static final String[] WORDS = {"a", "b", "none", "untagged", "hidden", "down", ""};

    /// @param search what is searched
    /// @param answers what each host says; nothing where it was not asked
    record Case(List<String> search, List<String> answers, List<String> images) {
        Snapshots snapshot() {
            return Snapshots.snapshot().alias("known", "r.io/known").search(search.toArray(String[]::new));
        }

        /// Registries hold different things of different names.
        Answers asked() {
            return reference -> {
                int shift = reference.repository().path().length();
                StringBuilder words = new StringBuilder();
                for (int i = 0; i < HOSTS.length; i++) {
                    String word = answers.get((i + shift) % answers.size());
                    words.append(word.isEmpty() ? "" : HOSTS[i] + "=" + word + " ");
                }
                return new FakeAnswers(words.toString().strip()).about(reference);
            };
        }

        AuditReport audit(Snapshots of) {
            List<ImageUse> uses = new ArrayList<>();
            for (String image : images) {
                uses.add(new ImageUse(image, new Place(image, uses.size() + 1, 1), image));
            }
            Auditor auditor = new Auditor(of.build(), OfficialNames.NONE, Optional.empty());
            return AuditReport.of(AuditReport.byName(uses), auditor, asked());
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of(
                        "known", "knwon:1", "a", "a:1", "a/b", "a/b:2", "ccc/ddd", "Foo/b", "quay.io/x/y", "q.io/z"),
                Arbitraries.strings().ascii().ofMaxLength(12));
        return Combinators.combine(
                        Arbitraries.of(HOSTS).list().ofMaxSize(3),
                        Arbitraries.of(WORDS).list().ofSize(4),
                        names.list().ofMaxSize(8))
                .as(Case::new);
    }

    @Property
    void everyNameIsThereOnceWithWhatWasFoundOfIt(@ForAll("cases") Case given) {
        AuditReport report = given.audit(given.snapshot());
        assertEquals(given.images().stream().distinct().count(), report.names().size());
        int uses = 0;
        for (AuditReport.Named named : report.names()) {
            NameAudit audit = named.audit();
            uses += named.uses().size();
            assertEquals(
                    audit.findings().size(),
                    audit.findings().stream().map(AuditFinding::kind).distinct().count());
            audit.findings()
                    .forEach(finding -> assertFalse(AuditWords.of(finding).isBlank()));
            assertFalse(audit.is(AuditClass.AMBIGUOUS) && audit.is(AuditClass.ONE_REGISTRY), audit::toString);
            assertFalse(audit.is(AuditClass.MISSING) && audit.means().isPresent(), audit::toString);
        }
        assertEquals(given.images().size(), uses);
    }

    /// The drop-in loads, and with it an enforcing engine takes every name that it decides, to the place that it
    /// says.
    @Property
    void theFixMakesTheEnforcingRunPass(@ForAll("cases") Case given) throws ConfigurationException {
        AliasDropIn fix = new AliasDropIn("made for a test", AliasProposal.of(given.audit(given.snapshot())));
        assertEquals(List.of(), fix.verify());
        Snapshots fixed = given.snapshot().mode(ShortNameMode.ENFORCING);
        DropIn read = DropIn.parse(Path.of("fix.conf"), fix.render().getBytes(UTF_8));
        for (AliasDefinition alias : read.aliases()) {
            fixed.alias(alias.key(), alias.target().orElseThrow().toString());
        }
        AuditReport after = given.audit(fixed);
        for (AliasProposal decided : fix.decided()) {
            for (AuditReport.Named before : decided.names()) {
                NameAudit audit = after.names().stream()
                        .map(AuditReport.Named::audit)
                        .filter(it -> it.image().equals(before.audit().image()))
                        .findFirst()
                        .orElseThrow();
                assertTrue(audit.is(AuditClass.ALIAS), audit::toString);
                assertFalse(audit.is(AuditClass.BREAKS_UNDER_ENFORCING), audit::toString);
                assertEquals(
                        decided.target().orElseThrow(),
                        audit.targets().getFirst().reference().repository());
            }
        }
    }
}
