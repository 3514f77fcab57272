package dev.truename.names.pullsource;

import static dev.truename.names.Snapshots.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.Snapshots;
import dev.truename.names.reference.Qualified;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PullSourcePlannerTest {
    private static final String DIGEST = "@sha256:" + "cd".repeat(32);

    private static PullPlan plan(Snapshots snapshot, String reference) {
        return new PullSourcePlanner(snapshot.build()).plan(Qualified.parse(reference));
    }

    /// Sources in order (`m` mirror, `i` insecure), then what is left out and why.
    private static String told(PullPlan plan) {
        List<String> words = new ArrayList<>();
        for (PullSource source : plan.sources()) {
            words.add((source.mirror() ? "m:" : "")
                    + (source.insecure() ? "i:" : "")
                    + source.reference().toString().replace(DIGEST, "@D"));
        }
        for (UnusedSource unused : plan.unused()) {
            words.add("-" + unused.location() + "(" + unused.reason() + ")");
        }
        return String.join(" ", words);
    }

    @Test
    void withoutATableAReferenceIsItsOwnSource() {
        PullPlan plan = plan(snapshot(), "quay.io/a:1");
        assertEquals("quay.io/a:1", told(plan));
        assertTrue(plan.entry().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "r.io/repo/myimage:1, m:mirror.io/repo/myimage:1 r.io/repo/myimage:1",
        "r.io/repo/myimage@D, m:mirror.io/repo/myimage@D r.io/repo/myimage@D",
        "r.io/repo/x:1@D, m:mirror.io/repo/x:1@D r.io/repo/x:1@D",
        "r.io/repo2/x:1, r.io/repo2/x:1",
        "r.io/repo:1, m:mirror.io/repo:1 r.io/repo:1",
    })
    void mirrorsComeFirstAndKeepTagAndDigest(String reference, String expected) {
        Snapshots snapshot = snapshot().registry("r.io/repo", "r.io/repo", "", "mirror.io/repo");
        assertEquals(expected, told(plan(snapshot, reference.replace("@D", DIGEST))));
    }

    @ParameterizedTest
    @CsvSource({
        "r.io/x:1, m:t.io/x:1 m:a.io/x:1 r.io/x:1 -d.io(DIGEST_ONLY)",
        "r.io/x@D, m:d.io/x@D m:a.io/x@D r.io/x@D -t.io(TAG_ONLY)",
    })
    void aMirrorIsAskedOnlyForWhatItIsFor(String reference, String expected) {
        Snapshots snapshot = snapshot().registry("r.io", "r.io", "", "d.io digest-only", "t.io tag-only", "a.io all");
        assertEquals(expected, told(plan(snapshot, reference.replace("@D", DIGEST))));
    }

    @ParameterizedTest
    @CsvSource({
        "example.com/a/b/c:1, three.io/c:1",
        "example.com/a/b:1, three.io:1", // no valid name: the location replaces all of it
        "example.com/a/bc:1, two.io/bc:1",
        "example.com/x:1, one.io/x:1",
        "example.com:5000/x:1, one.io:5000/x:1",
        "example.com.evil/x:1, example.com.evil/x:1",
        "sub.example.com/x:1, wild.io/x:1",
        "a.b.example.com/x:1, wild.io/x:1",
        "a.b.example.com:444/x:1, wild.io:444/x:1",
        "exact.example.com/x:1, exact.io/x:1",
        "other.org/sub.example.com/x:1, other.org/sub.example.com/x:1",
    })
    void theLongestPrefixWins(String reference, String expected) {
        Snapshots snapshot = snapshot()
                .registry("example.com", "one.io", "")
                .registry("example.com/a", "two.io", "")
                .registry("example.com/a/b", "three.io", "")
                .registry("*.example.com", "wild.io", "")
                .registry("exact.example.com", "exact.io", "");
        String told = told(plan(snapshot, reference));
        assertEquals(expected.equals("three.io:1") ? "-three.io(INVALID_NAME)" : expected, told);
    }

    @Test
    void anExactPrefixBeatsAWildcardOfTheSameLength() {
        Snapshots snapshot =
                snapshot().registry("*.tie.example", "", "").registry("a.tie.example", "a.tie.example", "blocked");
        assertTrue(plan(snapshot, "a.tie.example/x").blocked());
        assertEquals("b.tie.example/x", told(plan(snapshot, "b.tie.example/x")));
        assertEquals("x.tie.example.tie.example/x", told(plan(snapshot, "x.tie.example.tie.example/x")));
    }

    @Test
    void hostsCompareWithoutCase() {
        assertTrue(plan(snapshot().registry("host.example", "host.example", "blocked"), "HOST.Example/x")
                .blocked());
    }

    @ParameterizedTest
    @CsvSource({
        "blocked.io/x, -blocked.io(BLOCKED)", // the logical name
        "moved.io/x, -elsewhere.io(BLOCKED)", // with another location, too
        "rewritten.io/x, -blocked.io/x(BLOCKED_LOCATION)", // the physical name
    })
    void blockedHoldsForTheLogicalAndThePhysicalName(String reference, String expected) {
        Snapshots snapshot = snapshot()
                .registry("blocked.io", "blocked.io", "blocked")
                .registry("moved.io", "elsewhere.io", "blocked")
                .registry("rewritten.io", "blocked.io", "");
        PullPlan plan = plan(snapshot, reference);
        assertEquals(expected, told(plan));
        assertTrue(plan.blocked());
    }

    @Test
    void mirrorsInTheBlockedTableItselfStillServe() {
        Snapshots snapshot = snapshot().registry("r.io", "r.io", "blocked", "m.io", "r.io/mirror");
        assertEquals("m:m.io/x:1 -r.io/mirror/x(BLOCKED_LOCATION) -r.io(BLOCKED)", told(plan(snapshot, "r.io/x:1")));
    }

    @Test
    void aBlockedTableWhoseMirrorsDoNotApplyIsBlocked() {
        Snapshots snapshot = snapshot().registry("r.io", "r.io", "blocked", "m.io digest-only");
        assertTrue(plan(snapshot, "r.io/x:1").blocked());
        assertEquals("m:m.io/x@D -r.io(BLOCKED)", told(plan(snapshot, "r.io/x" + DIGEST)));
    }

    @Test
    void insecureCountsForItsOwnHostOnly() {
        Snapshots snapshot = snapshot()
                .registry("r.io", "r.io", "insecure", "m.io", "n.io all insecure")
                .registry("s.io", "s.io", "", "n.io all insecure");
        assertEquals("m:m.io/x:1 m:i:n.io/x:1 i:r.io/x:1", told(plan(snapshot, "r.io/x:1")));
        assertEquals("m:i:n.io/x:1 s.io/x:1", told(plan(snapshot, "s.io/x:1")));
    }

    @Test
    void aRewriteThatDockerWouldNormaliseIsNoName() {
        Snapshots snapshot = snapshot().registry("quay.io", "docker.io", "");
        assertEquals("-docker.io/foo(INVALID_NAME)", told(plan(snapshot, "quay.io/foo:1")));
        assertEquals("docker.io/a/foo:1", told(plan(snapshot, "quay.io/a/foo:1")));
    }

    @Test
    void anIpv6HostIsMatchedWithAndWithoutItsPort() {
        Snapshots snapshot = snapshot().registry("[::1]", "m.io", "");
        assertEquals("m.io:5000/x:1", told(plan(snapshot, "[::1]:5000/x:1")));
        assertEquals("m.io/x:1", told(plan(snapshot, "[::1]/x:1")));
    }
}
