package dev.truename.names.probe;

import static dev.truename.names.Snapshots.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.truename.names.pullsource.PullSource;
import dev.truename.names.pullsource.PullSourcePlanner;
import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Qualified;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannedProbeTest {
    private static final Digest DIGEST = Digest.parse("sha256:" + "ab".repeat(32));

    private final List<String> asked = new ArrayList<>();

    /// Each host says what the table has for it; of the words, `yes`, `no`, `gone` or a kind of failure.
    private ImageProbe probe(boolean blocked, Map<String, String> words) {
        SourceProbe sources = new SourceProbe() {
            @Override
            public SourceAnswer image(PullSource source) {
                asked.add(source.reference().toString());
                return answer(words.getOrDefault(source.reference().repository().host(), "?"));
            }

            @Override
            public SourceAnswer repository(PullSource source) {
                throw new AssertionError("images are asked for");
            }
        };
        return new PlannedProbe(
                new PullSourcePlanner(snapshot()
                        .registry("r.io", "r.io", blocked ? "blocked" : "", "m.io", "n.io digest-only")
                        .build()),
                sources);
    }

    private static SourceAnswer answer(String word) {
        return switch (word) {
            case "yes" -> new SourceAnswer.Present(Optional.of(DIGEST));
            case "no" -> new SourceAnswer.Absent(Missing.IMAGE);
            case "gone" -> new SourceAnswer.Absent(Missing.REPOSITORY);
            default -> new SourceAnswer.Failed(FailureKind.valueOf(word), word);
        };
    }

    private static String told(ProbeAnswer answer) {
        return switch (answer) {
            case ProbeAnswer.Present(var digest, var source, var before) ->
                digest.equals(DIGEST)
                        ? "present " + source.reference().repository().host() + " " + before.size()
                        : "?";
            case ProbeAnswer.Absent(var missing, var all) -> "absent " + missing + " " + all.size();
            case ProbeAnswer.Failed(var kind, var detail, var all) ->
                "failed " + kind + " " + detail + " " + all.size();
            case ProbeAnswer.Blocked(var because) -> "blocked " + because.isPresent();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "yes, UNREACHABLE, present m.io 0",
        "no, yes, present r.io 1",
        "UNREACHABLE, yes, present r.io 1",
        "no, gone, absent REPOSITORY 2",
        "UNREACHABLE, no, absent IMAGE 2", // the registry's word counts, not the mirror's
        "no, UNREACHABLE, failed UNREACHABLE UNREACHABLE 2", // a mirror does not speak for it
        "RATE_LIMITED, UNAUTHORIZED, failed UNAUTHORIZED UNAUTHORIZED 2",
        "INTERRUPTED, yes, failed INTERRUPTED INTERRUPTED 1",
    })
    void theRegistrysWordCounts(String mirror, String registry, String expected) {
        ProbeAnswer answer =
                probe(false, Map.of("m.io", mirror, "r.io", registry)).ask(Qualified.parse("r.io/app:1"));
        assertEquals(expected, told(answer));
    }

    @ParameterizedTest
    @CsvSource({
        "yes, yes, present m.io 0",
        "no, yes, present n.io 1",
        "no, gone, absent REPOSITORY 2",
        "no, UNREACHABLE, failed UNREACHABLE UNREACHABLE 2",
        "UNREACHABLE, RATE_LIMITED, failed RATE_LIMITED RATE_LIMITED 2",
        "RATE_LIMITED, UNREACHABLE, failed RATE_LIMITED RATE_LIMITED 2",
    })
    void whereOnlyMirrorsMayBeAskedAllOfThemCount(String first, String second, String expected) {
        ProbeAnswer answer =
                probe(true, Map.of("m.io", first, "n.io", second)).ask(Qualified.parse("r.io/app@" + DIGEST));
        assertEquals(expected, told(answer));
    }

    @Test
    void withoutTagItMeansLatest() {
        probe(false, Map.of("m.io", "yes")).ask(Qualified.parse("r.io/app"));
        assertEquals(List.of("m.io/app:latest"), asked);
    }

    @Test
    void whatIsBlockedIsAskedOfNobody() {
        ImageProbe probe = new PlannedProbe(
                new PullSourcePlanner(
                        snapshot().registry("r.io", "r.io", "blocked").build()),
                new SourceProbe() {
                    @Override
                    public SourceAnswer image(PullSource source) {
                        throw new AssertionError("asked");
                    }

                    @Override
                    public SourceAnswer repository(PullSource source) {
                        throw new AssertionError("asked");
                    }
                });
        assertEquals("blocked true", told(probe.ask(Qualified.parse("r.io/app:1"))));
    }
}
