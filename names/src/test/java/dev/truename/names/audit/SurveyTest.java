package dev.truename.names.audit;

import static dev.truename.names.Snapshots.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.probe.FailureKind;
import dev.truename.names.probe.ProbeAnswer;
import dev.truename.names.reference.Qualified;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SurveyTest {
    private static final ProbeAnswer ANSWER =
            new FakeAnswers("q.io=a").about(Qualified.parse("q.io/a")).orElseThrow();

    private static Set<Qualified> questions(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> Qualified.parse("q.io/a:" + i))
                .collect(Collectors.toSet());
    }

    @Test
    void namesThatShareAPlaceAskOnce() {
        Auditor auditor = new Auditor(
                snapshot().alias("mine", "q.io/app").search("q.io", "r.io").build(),
                OfficialNames.NONE,
                Optional.empty());
        List<String> images = List.of("app", "app:latest", "mine", "q.io/app", "q.io/app:latest", "::");
        assertEquals(
                Set.of("q.io/app:latest", "r.io/app:latest"),
                Survey.questions(images, auditor).stream()
                        .map(Qualified::toString)
                        .collect(Collectors.toSet()));
    }

    @Test
    @Timeout(60)
    void everyQuestionIsAskedOnceAndAnswered() throws InterruptedException {
        ConcurrentLinkedQueue<Qualified> asked = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Qualified> told = new ConcurrentLinkedQueue<>();
        Survey survey = Survey.ask(
                questions(1000),
                question -> {
                    asked.add(question);
                    return ANSWER;
                },
                (question, answer) -> told.add(question));
        assertEquals(1000, asked.size());
        assertEquals(questions(1000), Set.copyOf(asked));
        assertEquals(questions(1000), Set.copyOf(told));
        assertEquals(Optional.of(ANSWER), survey.about(Qualified.parse("q.io/a:999")));
        assertEquals(Optional.empty(), survey.about(Qualified.parse("q.io/a:1000")));
    }

    /// Two questions wait for each other: one after the other they would never end.
    @Test
    @Timeout(60)
    void questionsAreAskedAtOnce() throws InterruptedException {
        CountDownLatch both = new CountDownLatch(2);
        Survey survey = Survey.ask(
                questions(2),
                question -> {
                    both.countDown();
                    try {
                        both.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return ANSWER;
                },
                (question, answer) -> {});
        assertTrue(survey.about(Qualified.parse("q.io/a:1")).isPresent());
    }

    @Test
    @Timeout(60)
    void anInterruptEndsTheQuestionsUnderWay() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        ConcurrentLinkedQueue<Boolean> ended = new ConcurrentLinkedQueue<>();
        List<Throwable> thrown = new ArrayList<>();
        Thread asking = Thread.ofPlatform().start(() -> {
            try {
                Survey.ask(
                        questions(2),
                        question -> {
                            asked.countDown();
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                ended.add(true);
                            }
                            return new ProbeAnswer.Failed(FailureKind.INTERRUPTED, "stopped", List.of());
                        },
                        (question, answer) -> {});
            } catch (InterruptedException e) {
                thrown.add(e);
            }
        });
        asked.await();
        asking.interrupt();
        asking.join();
        assertEquals(1, thrown.size());
        assertTrue(!ended.isEmpty());
    }
}
