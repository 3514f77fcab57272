package dev.truename.testkit.log;

import dev.truename.testkit.distribution.Route;
import dev.truename.testkit.http.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// Every request of one server, in order of arrival, written down before it is answered. Safe for any number of
/// threads.
public final class RequestLog {
    /// Longer than any machine needs; a test that waits so long has failed.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<RecordedRequest> requests = new ArrayList<>();

    /// Empty.
    public RequestLog() {}

    /// Adds a request; the server does it.
    public RecordedRequest record(Request request) {
        lock.lock();
        try {
            RecordedRequest recorded = RecordedRequest.of(requests.size() + 1L, request);
            requests.add(recorded);
            grown.signalAll();
            return recorded;
        } finally {
            lock.unlock();
        }
    }

    /// A copy of what is there now.
    public List<RecordedRequest> all() {
        lock.lock();
        try {
            return List.copyOf(requests);
        } finally {
            lock.unlock();
        }
    }

    public List<RecordedRequest> matching(Predicate<RecordedRequest> wanted) {
        return all().stream().filter(wanted).toList();
    }

    public List<RecordedRequest> of(Route.Kind kind) {
        return matching(request -> request.kind() == kind);
    }

    /// `METHOD PATH` of each, to compare with a list in a test.
    public List<String> lines() {
        return all().stream().map(RecordedRequest::line).toList();
    }

    public int size() {
        return all().size();
    }

    public boolean isEmpty() {
        return all().isEmpty();
    }

    /// Waits until so many requests have come in, and returns the whole log.
    ///
    /// @throws TimeoutException if they do not come within a minute
    public List<RecordedRequest> await(int count) throws InterruptedException, TimeoutException {
        return await(count, request -> true);
    }

    /// Waits until so many requests of a kind have come in, and returns them.
    ///
    /// @throws TimeoutException if they do not come within a minute
    public List<RecordedRequest> await(int count, Predicate<RecordedRequest> wanted)
            throws InterruptedException, TimeoutException {
        long left = PATIENCE.toNanos();
        lock.lock();
        try {
            while (requests.stream().filter(wanted).count() < count) {
                if (left <= 0) {
                    throw new TimeoutException("waited for " + count + " requests, there are " + lines());
                }
                left = grown.awaitNanos(left);
            }
            return matching(wanted);
        } finally {
            lock.unlock();
        }
    }
}
