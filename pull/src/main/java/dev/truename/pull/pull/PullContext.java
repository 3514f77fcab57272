package dev.truename.pull.pull;

import static java.util.Objects.requireNonNull;

import dev.truename.pull.store.ImageStore;
import dev.truename.pull.transport.Pauses;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/// What the parts of one pull share.
///
/// @param blobLimit one permit a blob that is being fetched, over all pulls of a [Puller]
record PullContext(
        ImageStore store,
        PullSettings settings,
        Semaphore blobLimit,
        Pauses pauses,
        ThreadFactory threads,
        PullListener listener) {
    PullContext {
        requireNonNull(store);
        requireNonNull(settings);
        requireNonNull(blobLimit);
        requireNonNull(pauses);
        requireNonNull(threads);
        requireNonNull(listener);
    }
}
