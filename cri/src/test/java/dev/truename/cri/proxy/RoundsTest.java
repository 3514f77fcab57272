package dev.truename.cri.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.grpc.Status;
import io.grpc.StatusException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RoundsTest {
    private final Rounds<String, String> rounds = new Rounds<>();

    /// The callers that are asking right now, in the order in which they began.
    private final BlockingQueue<Caller> askers = new LinkedBlockingQueue<>();

    /// Wants to know, on a thread of its own, and asks until it is told the answer.
    private final class Caller {
        private final SynchronousQueue<Object> answers = new SynchronousQueue<>();
        private final CompletableFuture<String> got = new CompletableFuture<>();
        private final Thread thread;

        Caller(String question) {
            thread = Thread.ofVirtual().start(() -> run(question));
        }

        private void run(String question) {
            try {
                got.complete(rounds.ask(question, this::asked));
            } catch (StatusException | RuntimeException e) {
                got.completeExceptionally(e);
            }
        }

        private String asked() throws StatusException {
            askers.add(this);
            try {
                Object answer = answers.take();
                if (answer instanceof Status status) {
                    throw status.asException();
                }
                return answer.toString();
            } catch (InterruptedException e) {
                throw Status.CANCELLED.asException();
            }
        }

        void answer(Object answer) throws InterruptedException {
            answers.put(answer);
        }

        Status refusal() {
            return Status.fromThrowable(assertThrows(ExecutionException.class, got::get));
        }
    }

    /// One that waits for somebody else's question.
    private Caller waiting() {
        Caller caller = new Caller("q");
        while (caller.thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return caller;
    }

    private List<Caller> waiting(int count) {
        List<Caller> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(waiting());
        }
        return all;
    }

    private Caller asking() throws InterruptedException {
        Caller _ = new Caller("q");
        return askers.take();
    }

    @Test
    void whoIsAloneAsks() throws Exception {
        for (String answer : List.of("one", "two")) {
            Caller caller = asking();
            caller.answer(answer);
            assertEquals(answer, caller.got.get());
        }
        assertEquals(0, rounds.count());
    }

    @Test
    void whoComesMeanwhileSharesTheNextAnswerAndNotThisOne() throws Exception {
        Caller first = asking();
        List<Caller> others = waiting(100);
        first.answer("old");
        assertEquals("old", first.got.get());
        Caller second = askers.take();
        List<Caller> later = waiting(10);
        second.answer("new");
        for (Caller other : others) {
            assertEquals("new", other.got.get());
        }
        askers.take().answer("newest");
        for (Caller other : later) {
            assertEquals("newest", other.got.get());
        }
        assertEquals(0, rounds.count());
        assertEquals(0, askers.size());
    }

    @Test
    void otherQuestionsDoNotWait() throws Exception {
        Caller first = asking();
        Caller other = new Caller("another");
        assertEquals(other, askers.take());
        assertEquals(2, rounds.count());
        other.answer("b");
        first.answer("a");
        assertEquals("b", other.got.get());
        assertEquals("a", first.got.get());
    }

    @Test
    void aRefusalIsAnAnswer() throws Exception {
        Caller first = asking();
        List<Caller> others = waiting(3);
        first.answer("old");
        askers.take().answer(Status.UNAVAILABLE.withDescription("away"));
        for (Caller other : others) {
            assertEquals("away", other.refusal().getDescription());
        }
        assertEquals(0, rounds.count());
    }

    @Test
    void whoAsksForOthersAndLeavesIsReplaced() throws Exception {
        Caller first = asking();
        List<Caller> others = waiting(3);
        first.answer("old");
        Caller gone = askers.take();
        gone.thread.interrupt();
        assertEquals(Status.Code.CANCELLED, gone.refusal().getCode());
        Caller late = askers.take();
        late.answer(Status.DEADLINE_EXCEEDED);
        assertEquals(Status.Code.DEADLINE_EXCEEDED, late.refusal().getCode());
        Caller last = askers.take();
        last.answer("new");
        assertEquals("new", last.got.get());
        assertEquals(3, others.size());
        assertEquals(0, rounds.count());
    }

    @Test
    void whoLeavesWhileItWaitsTakesNothingAway() throws Exception {
        Caller first = asking();
        Caller gone = waiting();
        Caller stays = waiting();
        gone.thread.interrupt();
        assertEquals(Status.Code.CANCELLED, gone.refusal().getCode());
        first.answer("old");
        askers.take().answer("new");
        assertEquals("new", stays.got.get());
        assertEquals(0, rounds.count());
    }

    @Test
    void aRoundThatAllHaveLeftIsNotAsked() throws Exception {
        Caller first = asking();
        for (Caller gone : waiting(2)) {
            gone.thread.interrupt();
            assertEquals(Status.Code.CANCELLED, gone.refusal().getCode());
        }
        first.answer("old");
        assertEquals("old", first.got.get());
        assertEquals(0, rounds.count());
        assertEquals(0, askers.size());
    }

    @Test
    void aFirstCallerWhoLeavesLetsTheOthersAsk() throws Exception {
        Caller first = asking();
        Caller second = waiting();
        first.thread.interrupt();
        assertEquals(Status.Code.CANCELLED, first.refusal().getCode());
        assertEquals(second, askers.take());
        second.answer("new");
        assertEquals("new", second.got.get());
        assertEquals(0, rounds.count());
    }
}
