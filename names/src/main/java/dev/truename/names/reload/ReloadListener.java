package dev.truename.names.reload;

/// Told what becomes of each look at the files, one event at a time. Must return soon and not throw.
@FunctionalInterface
public interface ReloadListener {
    /// Tells nobody.
    ReloadListener NONE = event -> {};

    void on(ReloadEvent event);
}
