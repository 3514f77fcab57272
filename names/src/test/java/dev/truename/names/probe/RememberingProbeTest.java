package dev.truename.names.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Qualified;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberingProbeTest {
    private final AtomicInteger images = new AtomicInteger();
    private final AtomicInteger repositories = new AtomicInteger();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);

    private final SourceProbe probe = new RememberingProbe(new SourceProbe() {
        @Override
        public SourceAnswer image(PullSource source) {
            images.incrementAndGet();
            arrived.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new SourceAnswer.Failed(FailureKind.INTERRUPTED, "stopped");
            }
            return new SourceAnswer.Failed(FailureKind.SERVER_ERROR, "once");
        }

        @Override
        public SourceAnswer repository(PullSource source) {
            repositories.incrementAndGet();
            return new SourceAnswer.Absent(Missing.REPOSITORY);
        }
    });

    private static PullSource source(String reference, boolean insecure) {
        return new PullSource(Qualified.parse(reference), false, insecure, Optional.empty());
    }

    @Test
    void manyWhoAskAtOnceGetOneAnswer() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SourceAnswer>> answers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                answers.add(threads.submit(() -> probe.image(source("r.io/a:1", false))));
            }
            gate.countDown();
            for (Future<SourceAnswer> answer : answers) {
                assertEquals(new SourceAnswer.Failed(FailureKind.SERVER_ERROR, "once"), answer.get());
            }
        }
        assertEquals(1, images.get());
    }

    @Test
    void otherQuestionsAreOtherQuestions() {
        gate.countDown();
        probe.image(source("r.io/a:1", false));
        probe.image(source("r.io/a:2", false));
        probe.image(source("r.io/a:1", true));
        assertEquals(3, images.get());
        probe.repository(source("r.io/a:1", false));
        probe.repository(source("r.io/a:2", false));
        assertEquals(1, repositories.get());
    }

    @Test
    void whoIsInterruptedTakesNobodysAnswerAway() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<SourceAnswer> stopped = threads.submit(() -> probe.image(source("r.io/a:1", false)));
            arrived.await();
            Future<SourceAnswer> waiting = threads.submit(() -> probe.image(source("r.io/a:1", false)));
            assertTrue(stopped.cancel(true));
            gate.countDown();
            assertEquals(new SourceAnswer.Failed(FailureKind.SERVER_ERROR, "once"), waiting.get());
        }
    }
}
