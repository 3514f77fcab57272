package dev.truename.cli.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.pull.PullEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
    private static final Qualified REFERENCE = Qualified.parse("a.example/b:latest");
    private static final PullSource SOURCE = new PullSource(REFERENCE, false, false, Optional.empty());
    private static final Descriptor FIRST = blob("1", 10_000_000);
    private static final Descriptor SECOND = blob("2", 500);

    private final PullState state = new PullState();

    private static Descriptor blob(String digit, long size) {
        return Descriptor.of("x", new Digest(Digest.Algorithm.SHA256, digit.repeat(64)), size);
    }

    @Test
    void aPullFromStartToEnd() {
        assertEquals(List.of("b: resolving"), frame(80));
        state.on(new PullEvent.Asking(REFERENCE, SOURCE));
        assertEquals(List.of("b: asking a.example/b"), frame(80));
        state.on(new PullEvent.Chosen(blob("3", 700), 3, 20_000_500));
        state.on(new PullEvent.BlobReused(blob("4", 10_000_000)));
        state.on(new PullEvent.BlobStarted(FIRST, SOURCE));
        state.on(new PullEvent.BlobStarted(SECOND, SOURCE));
        state.on(new PullEvent.BlobProgress(FIRST, 5_000_000));
        assertEquals(
                List.of(
                        "111111111111  [===================>                  ]  5.0 MB / 10.0 MB",
                        "222222222222  [>                                     ]  0 B / 500 B",
                        "b: 1/3 blobs  15.0 MB / 20.0 MB  7.5 MB/s"),
                frame(80));
        state.on(new PullEvent.BlobRetried(FIRST, SOURCE, new PullFailure.Unreachable("x", "y")));
        assertEquals(
                "111111111111  [============>           ]  5.0 MB / 10.0 MB  trying again",
                frame(80).getFirst());
        state.on(new PullEvent.BlobDone(FIRST));
        state.on(new PullEvent.BlobDone(SECOND));
        assertEquals(List.of("b: 3/3 blobs  20.0 MB / 20.0 MB  10.0 MB/s"), frame(80));
    }

    @Test
    void anotherCandidateStartsFromNothing() {
        state.on(new PullEvent.Chosen(FIRST, 5, 100));
        state.on(new PullEvent.BlobStarted(FIRST, SOURCE));
        state.on(new PullEvent.Asking(REFERENCE, SOURCE));
        assertEquals(List.of("b: asking a.example/b"), frame(80));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 41, 60, 80, 200})
    void noLineIsAsWideAsTheTerminal(int width) {
        state.on(new PullEvent.Chosen(FIRST, 5, 100));
        state.on(new PullEvent.BlobStarted(FIRST, SOURCE));
        state.on(new PullEvent.BlobRetried(FIRST, SOURCE, new PullFailure.Unreachable("x", "y")));
        assertTrue(frame(width).stream().allMatch(line -> line.length() < width), frame(width)::toString);
    }

    private List<String> frame(int width) {
        return Frame.of("b", state.snapshot(), 2, width);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, '[>       ]'",
        "5, 10, '[====>   ]'",
        "10, 10, '[========]'",
        "11, 10, '[========]'",
        "0, 0, '[========]'",
    })
    void barsHaveTheirWidth(long position, long size, String bar) {
        assertEquals(bar, Frame.bar(position, size, 10));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "1999, 1.9 kB",
        "999999, 999.9 kB",
        "1000000, 1.0 MB",
        "422000000, 422.0 MB",
        "9223372036854775807, 9.2 EB",
    })
    void sizesAreShort(long bytes, String text) {
        assertEquals(text, Sizes.text(bytes));
    }
}
