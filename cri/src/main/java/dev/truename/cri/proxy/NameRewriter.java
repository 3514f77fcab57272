package dev.truename.cri.proxy;

import dev.truename.cri.backend.CallContext;
import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.reference.Qualified;
import io.grpc.StatusException;

/// Says under which name the runtime is asked for what a name means.
final class NameRewriter {
    private final RuntimeConnection runtime;

    NameRewriter(RuntimeConnection runtime) {
        this.runtime = runtime;
    }

    /// Which runtime it is matters only where registries.conf has a table for the name.
    Handed hand(Qualified candidate, CallContext call) throws StatusException {
        PullPlan plan = call.snapshot().planner().plan(candidate);
        RuntimeKind kind = plan.entry().isPresent() ? runtime.kind(call) : RuntimeKind.OTHER;
        return Handed.to(kind, plan);
    }
}
