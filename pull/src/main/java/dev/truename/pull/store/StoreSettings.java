package dev.truename.pull.store;

/// @param fsync whether what is stored outlives a loss of power, and not only the death of the process
public record StoreSettings(boolean fsync) {
    public static final StoreSettings DURABLE = new StoreSettings(true);
}
