package dev.truename.pull.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.truename.pull.distribution.FakeTime;
import dev.truename.pull.transport.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacedRequestsTest {
    private static final Endpoint A = new Endpoint(true, "a", 443);
    private static final Endpoint B = new Endpoint(true, "b", 443);

    private final FakeTime time = new FakeTime();
    private final PacedRequests paced = new PacedRequests(time, 4);

    @Test
    void eachHostHasARateOfItsOwn() throws Exception {
        for (Endpoint host : List.of(A, B, A, B, A)) {
            paced.beforeRequest(host);
        }
        // b's second turn is due when a's second has been waited for.
        assertEquals(List.of(Duration.ofMillis(250), Duration.ofMillis(250)), time.pauses());
    }

    @Test
    void whoWaitedAnywayDoesNotWait() throws Exception {
        paced.beforeRequest(A);
        time.advance(Duration.ofMillis(100));
        paced.beforeRequest(A);
        time.advance(Duration.ofSeconds(1));
        paced.beforeRequest(A);
        assertEquals(List.of(Duration.ofMillis(150)), time.pauses());
    }

    @Test
    void overAnyTimeThereAreNoMoreThanTheRate() throws Exception {
        Instant start = time.now();
        for (int i = 0; i < 41; i++) {
            paced.beforeRequest(A);
        }
        assertEquals(Duration.ofSeconds(10), Duration.between(start, time.now()));
    }

    @Test
    void aClockThatIsSetBackStopsNobody() throws Exception {
        paced.beforeRequest(A);
        time.advance(Duration.ofHours(-2));
        paced.beforeRequest(A);
        assertEquals(List.of(), time.pauses());
    }

    @Test
    void thereIsNoRateOfNone() {
        assertThrows(IllegalArgumentException.class, () -> new PacedRequests(time, 0));
    }
}
