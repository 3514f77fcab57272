package dev.truename.names.shortname;

import static dev.truename.names.Snapshots.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.truename.names.Snapshots;
import dev.truename.names.config.AliasDefinition;
import dev.truename.names.reference.ShortName;
import dev.truename.names.spelling.NearWords;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissesTest {
    /// More questions than are answered without an index.
    private static final int MANY = 40;

    private static final Snapshots TABLE = snapshot()
            .alias("ubi9", "r.io/ubi9/ubi")
            .alias("ubi8", "r.io/ubi8/ubi")
            .alias("ubi8-minimal", "r.io/ubi8/ubi-minimal")
            .alias("rhel9/postgresql-15", "r.io/rhel9/postgresql-15")
            .alias("Team/tool", "r.io/team/tool")
            .alias("hello", "");

    private static String near(NearMisses misses, String name) {
        return String.join(
                " ",
                misses.of(ShortName.parseKey(name)).stream()
                        .map(AliasDefinition::key)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "ubii9, ubi9",
        "ubi7, ''", // another version
        "ubi9, ''", // of the name itself nothing is said: whoever asks has found no alias
        "ubi8-minmal, ubi8-minimal",
        "ubi8_minimal, ubi8-minimal",
        "ubi8.minimla, ubi8-minimal",
        "ubi8minimal, ubi8-minimal",
        "rhel9/postgresql_15, rhel9/postgresql-15",
        "rhel9-postgresql-15, rhel9/postgresql-15",
        "team/tool, Team/tool",
        "library/ubi9, ubi9",
        "library/ubii9, ''", // two habits at once
        "library/nothing, ''",
        "helo, ''", // erased
        "ubi, ''", // too short to say
        "postgresql-15, ''",
        "ubi8-minim, ''",
    })
    void tellsWhatMayHaveBeenMeant(String name, String near) {
        NearMisses misses = new NearMisses(TABLE.build());
        for (int i = 0; i < MANY; i++) {
            assertEquals(near, near(misses, name), "question " + i);
        }
    }

    @Test
    void tellsNoMoreThanABoundHoweverManyThereAre() {
        Snapshots table = snapshot();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            table.alias("tool" + letter, "r.io/x");
        }
        NearMisses misses = new NearMisses(table.build());
        for (int i = 0; i < MANY; i++) {
            assertEquals(NearWords.MOST, misses.of(ShortName.parseKey("tool0")).size(), "question " + i);
        }
    }

    @Test
    void anyNumberOfThreadsAskAtOnce() throws Exception {
        NearMisses misses = new NearMisses(TABLE.build());
        List<Callable<String>> questions = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            questions.add(() -> near(misses, "ubii9"));
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> answer : executor.invokeAll(questions)) {
                assertEquals("ubi9", answer.get());
            }
        }
    }
}
