package dev.truename.names.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.truename.names.catalog.TableDiff.Change;
import dev.truename.names.reference.Repository;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TableDiffTest {
    private static final Repository A = Repository.parse("a.example/x");
    private static final Repository A2 = Repository.parse("a.example/y");
    private static final Repository B = Repository.parse("b.example/x");

    @Test
    void eachNameHasItsChange() {
        TableDiff diff = TableDiff.of(
                Map.of("same", A, "n/gone", A, "n/moved", A, "path", A),
                Map.of("same", A, "new", B, "n/moved", B, "path", A2));
        assertEquals(
                Map.of(
                        "n/gone", new Change.Removed(A),
                        "n/moved", new Change.Moved(A, B),
                        "path", new Change.Retargeted(A, A2),
                        "new", new Change.Added(B)),
                new TreeMap<>(diff.changes()));
        assertEquals(
                List.of("new", "path", "n/gone", "n/moved"),
                List.copyOf(diff.changes().keySet()));
    }

    @Test
    void aPortIsAnotherRegistry() {
        Repository ported = Repository.parse("a.example:5000/x");
        assertEquals(
                Map.of("x", new Change.Moved(A, ported)),
                new TreeMap<>(TableDiff.of(Map.of("x", A), Map.of("x", ported)).changes()));
    }
}
