package dev.truename.names.audit;

import static dev.truename.names.Snapshots.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.audit.AuditReport.Count;
import dev.truename.names.workload.ImageUse;
import dev.truename.names.workload.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditReportTest {
    private static ImageUse use(String image, int line) {
        return new ImageUse(image, new Place("web.yaml", line, 5), "Deployment web");
    }

    @Test
    void eachNameIsThereOnceTheWorstFirst() {
        List<ImageUse> uses =
                List.of(use("q.io/z", 1), use("b", 2), use("q.io/a", 3), use("a", 4), use("b", 5), use("a:b:c", 6));
        Auditor auditor = new Auditor(snapshot().search("q.io", "r.io").build(), OfficialNames.NONE, Optional.empty());
        AuditReport report = AuditReport.of(AuditReport.byName(uses), auditor, Answers.NONE);
        assertEquals(
                List.of("a", "b", "a:b:c", "q.io/a", "q.io/z"),
                report.names().stream().map(named -> named.audit().image()).toList());
        assertEquals(List.of(uses.get(1), uses.get(4)), report.names().get(1).uses());
        assertEquals(
                Map.of(
                        AuditClass.AMBIGUOUS,
                        new Count(2, 3),
                        AuditClass.BREAKS_UNDER_ENFORCING,
                        new Count(2, 3),
                        AuditClass.INVALID,
                        new Count(1, 1),
                        AuditClass.QUALIFIED,
                        new Count(2, 2)),
                report.counts());
        assertEquals(new Count(5, 6), report.all());
        assertEquals(new Count(2, 3), report.shortNames());
        assertTrue(report.hasAny(Set.of(AuditClass.BREAKS_UNDER_ENFORCING)));
        assertFalse(report.hasAny(Set.of(AuditClass.SQUATTABLE, AuditClass.MISSING)));
    }
}
