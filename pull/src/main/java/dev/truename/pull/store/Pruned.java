package dev.truename.pull.store;

/// What no name needs.
///
/// @param bytes that they take on disk
/// @param leftovers folders of sessions that were killed
public record Pruned(int blobs, long bytes, int leftovers) {}
