package dev.truename.testkit.fault;

import dev.truename.testkit.log.RecordedRequest;
import java.util.concurrent.atomic.AtomicInteger;

/// A fault in a server, and how often it has struck.
public final class InjectedFault {
    private final RequestMatcher matcher;
    private final Fault fault;
    private final AtomicInteger described = new AtomicInteger();
    private final AtomicInteger hits = new AtomicInteger();
    private volatile boolean removed;

    InjectedFault(RequestMatcher matcher, Fault fault) {
        this.matcher = matcher;
        this.fault = fault;
    }

    /// How many requests met it.
    public int hits() {
        return hits.get();
    }

    /// Lets requests pass from now on.
    public void remove() {
        removed = true;
    }

    Fault fault() {
        return fault;
    }

    /// Counts the request if it fits the description; whether the fault is for it.
    boolean strikes(RecordedRequest request) {
        if (removed || !matcher.description().test(request)) {
            return false;
        }
        int place = described.incrementAndGet();
        boolean meant = place >= matcher.from() && place - matcher.from() < matcher.count();
        if (meant) {
            hits.incrementAndGet();
        }
        return meant;
    }
}
