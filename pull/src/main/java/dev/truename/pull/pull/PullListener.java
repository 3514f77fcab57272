package dev.truename.pull.pull;

/// Told what happens during a pull, from several threads at once. Must return soon and not throw.
@FunctionalInterface
public interface PullListener {
    /// Tells nobody.
    PullListener NONE = event -> {};

    void on(PullEvent event);
}
