package dev.truename.names.catalog;

import static dev.truename.names.Snapshots.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.truename.names.Snapshots;
import dev.truename.names.catalog.TableCheck.Contact;
import dev.truename.names.probe.FailureKind;
import dev.truename.names.probe.Missing;
import dev.truename.names.probe.SourceAnswer;
import dev.truename.names.probe.SourceProbe;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.pullsource.PullSourcePlanner;
import dev.truename.names.reference.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableCheckTest {
    private final List<String> asked = new ArrayList<>();

    /// What a host says is the first letter of its name's: `y` has it, `n` has no such repository, `f` fails.
    private CheckedTarget check(String mirrors, String flags, String host, Contact contact) {
        Snapshots snapshot = snapshot();
        if (!mirrors.isEmpty() || !flags.isEmpty()) {
            snapshot.registry(host, host, flags, mirrors.isEmpty() ? new String[0] : mirrors.split(","));
        }
        SourceProbe probe = new SourceProbe() {
            @Override
            public SourceAnswer image(PullSource source) {
                throw new AssertionError("repositories are asked for");
            }

            @Override
            public SourceAnswer repository(PullSource source) {
                String name = source.reference().repository().host();
                asked.add(name);
                return switch (name.charAt(0)) {
                    case 'y' -> new SourceAnswer.Present(Optional.empty());
                    case 'n' -> new SourceAnswer.Absent(Missing.REPOSITORY);
                    default -> new SourceAnswer.Failed(FailureKind.UNREACHABLE, "down");
                };
            }
        };
        return new TableCheck(new PullSourcePlanner(snapshot.build()), probe, contact)
                .check("app", Repository.parse(host + "/team/app"));
    }

    @ParameterizedTest
    @CsvSource({
        // all: the registry's own word counts, a mirror's says who would serve
        "'', '', y.io, ALL, THERE, y.io, y.io",
        "'', '', n.io, ALL, MISSING, n.io, -",
        "'', '', f.io, ALL, UNKNOWN, f.io, -",
        "y.mirror, '', n.io, ALL, MISSING, y.mirror n.io, y.mirror",
        "n.mirror, '', y.io, ALL, THERE, n.mirror y.io, y.io",
        "y.mirror, '', y.io, ALL, THERE, y.mirror y.io, y.mirror",
        "y.mirror digest-only, '', y.io, ALL, THERE, y.mirror y.io, y.io",
        "y.mirror, '', f.io, ALL, UNKNOWN, y.mirror f.io, y.mirror",
        // what may be had from mirrors only
        "y.mirror, blocked, n.io, ALL, THERE, y.mirror, y.mirror",
        "n.mirror, blocked, y.io, ALL, MISSING, n.mirror, -",
        "'n.mirror,f.mirror', blocked, y.io, ALL, UNKNOWN, n.mirror f.mirror, -",
        "'', blocked, y.io, ALL, BLOCKED, '', -",
        // mirrors: the registry is not asked
        "'', '', y.io, MIRRORS, UNMIRRORED, '', -",
        "y.mirror, '', f.io, MIRRORS, THERE, y.mirror, y.mirror",
        "n.mirror, '', y.io, MIRRORS, MISSING, n.mirror, -",
        "f.mirror, '', y.io, MIRRORS, UNKNOWN, f.mirror, -",
        "'n.mirror,y.other', '', f.io, MIRRORS, THERE, n.mirror y.other, y.other",
        "'f.mirror,y.other', '', f.io, MIRRORS, THERE, f.mirror y.other, y.other",
        "y.mirror digest-only, '', y.io, MIRRORS, DIGEST_ONLY, y.mirror, -",
        "n.mirror digest-only, '', y.io, MIRRORS, MISSING, n.mirror, -",
        "'y.mirror digest-only,y.tags tag-only', '', f.io, MIRRORS, THERE, y.tags y.mirror, y.tags",
        // none: nobody is asked
        "'', '', y.io, NONE, UNMIRRORED, '', -",
        "f.mirror, '', y.io, NONE, MIRRORED, '', -",
        "f.mirror digest-only, '', y.io, NONE, DIGEST_ONLY, '', -",
        "f.mirror tag-only, '', y.io, NONE, MIRRORED, '', -",
        "'', blocked, y.io, NONE, BLOCKED, '', -",
    })
    void whoIsAskedAndWhoseWordCounts(
            String mirrors,
            String flags,
            String host,
            Contact contact,
            TargetState state,
            String expectedAsked,
            String servedBy) {
        CheckedTarget checked = check(mirrors, flags, host, contact);
        assertEquals(state, checked.state());
        assertEquals(expectedAsked, String.join(" ", asked));
        assertEquals(
                servedBy,
                checked.servedBy()
                        .map(source -> source.source().reference().repository().host())
                        .orElse("-"));
    }
}
