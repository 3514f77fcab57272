package dev.truename.cri.own;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Does equal work once, however many want it at once. It goes on as long as anybody waits for it: a caller who
/// leaves takes nothing away from the others, and the last one to leave interrupts it.
///
/// @param <K> work is equal if its key is
/// @param <R> what comes of it
final class Flights<K, R> {
    /// What is to be done, on a thread of its own.
    @FunctionalInterface
    interface Work<R> {
        /// Ends soon when its thread is interrupted: nobody wants its result any more.
        R run();
    }

    /// Told if the work was under way already.
    @FunctionalInterface
    interface Joined<R> {
        /// @param first what goes on
        void to(Work<R> first);
    }

    private final class Flight {
        private final Work<R> work;
        private final CompletableFuture<R> result = new CompletableFuture<>();
        private int waiting;
        private @Nullable Thread worker;

        Flight(Work<R> work) {
            this.work = work;
        }

        void start(K key) {
            worker = Thread.ofVirtual().start(() -> run(key));
        }

        private void run(K key) {
            try {
                R done = work.run();
                land(key, this);
                result.complete(done);
            } catch (RuntimeException | Error e) {
                land(key, this);
                result.completeExceptionally(e);
            }
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<K, Flight> inTheAir = new HashMap<>();

    /// Waits for the result, begun here or by somebody before.
    ///
    /// @throws InterruptedException if this caller leaves
    R join(K key, Work<R> work, Joined<R> joined) throws InterruptedException {
        Flight flight = board(key, work, joined);
        try {
            return flight.result.get();
        } catch (InterruptedException e) {
            leave(key, flight);
            throw e;
        } catch (ExecutionException e) {
            throw thrown(requireNonNull(e.getCause()));
        }
    }

    private Flight board(K key, Work<R> work, Joined<R> joined) {
        lock.lock();
        try {
            @Nullable Flight flight = inTheAir.get(key);
            if (flight == null) {
                flight = new Flight(work);
                inTheAir.put(key, flight);
                flight.start(key);
            } else {
                joined.to(flight.work);
            }
            flight.waiting++;
            return flight;
        } finally {
            lock.unlock();
        }
    }

    /// Whoever comes from now on begins anew.
    private void land(K key, Flight flight) {
        lock.lock();
        try {
            inTheAir.remove(key, flight);
        } finally {
            lock.unlock();
        }
    }

    private void leave(K key, Flight flight) {
        lock.lock();
        try {
            flight.waiting--;
            if (flight.waiting == 0) {
                inTheAir.remove(key, flight);
                requireNonNull(flight.worker).interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /// How many are under way.
    int count() {
        lock.lock();
        try {
            return inTheAir.size();
        } finally {
            lock.unlock();
        }
    }

    private static RuntimeException thrown(Throwable cause) {
        return switch (cause) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(cause);
        };
    }
}
