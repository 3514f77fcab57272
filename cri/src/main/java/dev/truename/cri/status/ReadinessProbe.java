package dev.truename.cri.status;

import static java.util.Objects.requireNonNull;

import dev.truename.cri.backend.CallContext;
import dev.truename.cri.backend.ImageBackend;
import dev.truename.cri.backend.NodeSnapshot;
import dev.truename.cri.v1.VersionRequest;
import dev.truename.names.reference.Printable;
import io.grpc.Context;
import io.grpc.StatusException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Finds out whether the service can serve: a configuration is in force (it is, once the service has started), its
/// socket serves, and what keeps the images answers.
public final class ReadinessProbe implements Supplier<Readiness>, AutoCloseable {
    private static final int PATIENCE_MILLIS = 1000;
    private static final int MAX_CAUSE = 300;

    private final ImageBackend backend;
    private final Supplier<NodeSnapshot> snapshots;
    private final BooleanSupplier serving;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("truename-readiness").factory());

    /// @param serving whether the socket serves
    public ReadinessProbe(ImageBackend backend, Supplier<NodeSnapshot> snapshots, BooleanSupplier serving) {
        this.backend = requireNonNull(backend);
        this.snapshots = requireNonNull(snapshots);
        this.serving = requireNonNull(serving);
    }

    /// Takes a second at most.
    @Override
    public Readiness get() {
        List<String> missing = new ArrayList<>();
        if (!serving.getAsBoolean()) {
            missing.add("the socket does not serve");
        }
        try (Context.CancellableContext context =
                Context.ROOT.withDeadlineAfter(PATIENCE_MILLIS, TimeUnit.MILLISECONDS, deadlines)) {
            context.run(() -> ask(missing));
        }
        return new Readiness(missing);
    }

    private void ask(List<String> missing) {
        try {
            var _ = backend.version(VersionRequest.getDefaultInstance(), CallContext.of(snapshots.get()));
        } catch (StatusException e) {
            missing.add("what keeps the images does not answer: "
                    + Printable.text(String.valueOf(e.getMessage()), MAX_CAUSE));
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
    }
}
