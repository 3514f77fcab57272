package dev.truename.testkit.fault;

import dev.truename.testkit.http.Handler;
import dev.truename.testkit.http.Reply;
import dev.truename.testkit.http.Request;
import dev.truename.testkit.log.RecordedRequest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The faults of one server. All that are for a request act on it, the one injected first outermost.
public final class FaultInjector {
    private final List<InjectedFault> faults = new CopyOnWriteArrayList<>();

    /// Without faults.
    public FaultInjector() {}

    public InjectedFault inject(RequestMatcher matcher, Fault fault) {
        InjectedFault injected = new InjectedFault(matcher, fault);
        faults.add(injected);
        return injected;
    }

    /// Takes all faults out.
    public void clear() {
        faults.clear();
    }

    /// Handles the request through the faults that are for it.
    public Reply handle(RecordedRequest recorded, Request request, Handler normal) throws IOException {
        Handler handler = normal;
        for (InjectedFault fault : faults.reversed()) {
            if (fault.strikes(recorded)) {
                Handler inner = handler;
                handler = asked -> fault.fault().answer(asked, inner);
            }
        }
        return handler.handle(request);
    }
}
