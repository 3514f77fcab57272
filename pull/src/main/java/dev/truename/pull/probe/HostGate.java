package dev.truename.pull.probe;

import dev.truename.names.probe.FailureKind;
import dev.truename.names.probe.SourceAnswer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The questions to one host: few at a time, and none any more once it is clear that it wants none, or gives no
/// answers. That is told once; the other questions are answered with [FailureKind#NOT_ASKED].
final class HostGate {
    /// A host that fails now and then is asked on; one that fails so often in a row is not.
    static final int FAILURES_IN_A_ROW = 3;

    private final String host;
    private final Semaphore permits;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile SourceAnswer.@Nullable Failed shut;

    HostGate(String host, int atOnce) {
        this.host = host;
        this.permits = new Semaphore(atOnce, true);
    }

    SourceAnswer pass(Supplier<SourceAnswer> question) {
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SourceAnswer.Failed(FailureKind.INTERRUPTED, host + ": stopped");
        }
        try {
            SourceAnswer.@Nullable Failed why = shut;
            return why == null ? learnt(question.get()) : why;
        } finally {
            permits.release();
        }
    }

    private SourceAnswer learnt(SourceAnswer answer) {
        if (answer instanceof SourceAnswer.Failed failed) {
            int failedBefore = counts(failed.kind()) ? failures.incrementAndGet() : 0;
            if (isFinal(failed.kind()) || failedBefore >= FAILURES_IN_A_ROW) {
                shut = new SourceAnswer.Failed(
                        FailureKind.NOT_ASKED, host + " is not asked any more, since " + failed.detail());
            }
        } else {
            failures.set(0);
        }
        return answer;
    }

    /// What says something of the whole host, and will not be otherwise a moment later.
    private static boolean isFinal(FailureKind kind) {
        return kind == FailureKind.RATE_LIMITED || kind == FailureKind.TLS;
    }

    private static boolean counts(FailureKind kind) {
        return kind == FailureKind.UNREACHABLE || kind == FailureKind.SERVER_ERROR;
    }
}
