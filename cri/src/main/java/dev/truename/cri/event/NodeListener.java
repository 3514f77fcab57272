package dev.truename.cri.event;

import java.util.List;

/// Told what happens in the node service, from many threads at once. Must return soon and not throw.
@FunctionalInterface
public interface NodeListener {
    /// Tells nobody.
    NodeListener NONE = event -> {};

    void on(NodeEvent event);

    /// One that tells all of these, in order.
    static NodeListener all(List<NodeListener> listeners) {
        List<NodeListener> copy = List.copyOf(listeners);
        return event -> copy.forEach(listener -> listener.on(event));
    }
}
