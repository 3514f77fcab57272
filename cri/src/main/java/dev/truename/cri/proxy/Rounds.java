package dev.truename.cri.proxy;

import static java.util.Objects.requireNonNull;

import dev.truename.cri.name.Told;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Asks equal questions in rounds: one is under way at a time, and all who come meanwhile share the next. So an answer
/// is never older than the question of whoever gets it, and however many ask, what waits are two questions.
///
/// One of a round asks for all of it, on its own thread. If it is gone before there is an answer, another one asks.
///
/// @param <Q> questions are equal as values
/// @param <A> what they are answered with
final class Rounds<Q, A> {
    /// A way to ask, with the deadline and the cancellation of whoever asks.
    @FunctionalInterface
    interface Asking<A> {
        A ask() throws StatusException;
    }

    /// Those who share an answer. All of it is under the lock.
    private final class Round {
        private final Condition changed = lock.newCondition();
        private int members = 1;
        private boolean up;
        private boolean asked;
        private boolean over;
        private @Nullable A answer;
        private @Nullable StatusException failure;

        boolean needsAsker() {
            return up && !asked;
        }

        /// What came of it, once it is over.
        A outcome() throws StatusException {
            if (failure != null) {
                throw failure;
            }
            if (answer == null) {
                throw new IllegalStateException("a round without an outcome");
            }
            return answer;
        }
    }

    private final class Lane {
        private Round current = new Round();
        private @Nullable Round next;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Q, Lane> lanes = new HashMap<>();

    /// The answer to a question that was asked from now on.
    ///
    /// @throws StatusException what it was refused with, or CANCELLED if the caller's thread is interrupted
    A ask(Q question, Asking<A> asking) throws StatusException {
        Round round = join(question);
        return mustAsk(question, round) ? askFor(question, round, asking) : round.outcome();
    }

    private Round join(Q question) {
        lock.lock();
        try {
            @Nullable Lane lane = lanes.get(question);
            if (lane == null) {
                lane = new Lane();
                lane.current.up = true;
                lanes.put(question, lane);
                return lane.current;
            }
            @Nullable Round next = lane.next;
            if (next == null) {
                next = new Round();
                lane.next = next;
            } else {
                next.members++;
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until the round is over, or this caller has to ask for it.
    private boolean mustAsk(Q question, Round round) throws StatusException {
        lock.lock();
        try {
            while (!round.over && !round.needsAsker()) {
                round.changed.await();
            }
            boolean must = !round.over;
            round.asked |= must;
            return must;
        } catch (InterruptedException e) {
            leave(question, round);
            Thread.currentThread().interrupt();
            throw Told.of(Status.Code.CANCELLED, "the caller is gone");
        } finally {
            lock.unlock();
        }
    }

    private A askFor(Q question, Round round, Asking<A> asking) throws StatusException {
        @Nullable A answer = null;
        @Nullable StatusException failure = null;
        try {
            answer = asking.ask();
            return answer;
        } catch (StatusException e) {
            failure = isOfTheCaller(e.getStatus()) ? null : e;
            throw e;
        } finally {
            end(question, round, answer, failure);
        }
    }

    /// Whether it says nothing to others, who may have more time.
    private static boolean isOfTheCaller(Status status) {
        return switch (status.getCode()) {
            case CANCELLED, DEADLINE_EXCEEDED -> true;
            default -> Context.current().isCancelled();
        };
    }

    /// @param answer none, and no failure either, if the round has to be asked for anew
    private void end(Q question, Round round, @Nullable A answer, @Nullable StatusException failure) {
        lock.lock();
        try {
            round.answer = answer;
            round.failure = failure;
            round.over = answer != null || failure != null;
            if (round.over) {
                round.changed.signalAll();
                advance(question);
            } else {
                round.asked = false;
                leave(question, round);
            }
        } finally {
            lock.unlock();
        }
    }

    private void leave(Q question, Round round) {
        round.members--;
        if (round.needsAsker()) {
            if (round.members == 0) {
                advance(question);
            } else {
                round.changed.signal();
            }
        } else if (round.members == 0 && !round.up) {
            requireNonNull(lanes.get(question)).next = null;
        }
    }

    private void advance(Q question) {
        Lane lane = requireNonNull(lanes.get(question));
        @Nullable Round next = lane.next;
        if (next == null) {
            lanes.remove(question);
        } else {
            lane.current = next;
            lane.next = null;
            next.up = true;
            next.changed.signal();
        }
    }

    /// How many questions are under way.
    int count() {
        lock.lock();
        try {
            return lanes.size();
        } finally {
            lock.unlock();
        }
    }
}
