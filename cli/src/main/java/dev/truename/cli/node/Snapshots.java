package dev.truename.cli.node;

import dev.truename.cri.backend.NodeSnapshot;
import dev.truename.names.reload.Snapshot;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The configuration that is in force, made ready once for all calls that it decides.
final class Snapshots implements Supplier<NodeSnapshot> {
    private record Ready(Snapshot loaded, NodeSnapshot snapshot) {}

    private final Supplier<Snapshot> inForce;
    private volatile @Nullable Ready ready;

    Snapshots(Supplier<Snapshot> inForce) {
        this.inForce = inForce;
    }

    @Override
    public NodeSnapshot get() {
        Snapshot loaded = inForce.get();
        @Nullable Ready last = ready;
        if (last != null && last.loaded().sequence() == loaded.sequence()) {
            return last.snapshot();
        }
        NodeSnapshot snapshot = NodeSnapshot.of(loaded.id().toString(), loaded.configuration());
        ready = new Ready(loaded, snapshot);
        return snapshot;
    }
}
