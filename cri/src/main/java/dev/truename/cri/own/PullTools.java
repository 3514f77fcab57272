package dev.truename.cri.own;

import dev.truename.cri.event.NodeListener;
import dev.truename.pull.pull.PullSettings;
import dev.truename.pull.store.ImageStore;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/// What all pulls share.
///
/// @param turns a permit for each pull that goes on; fair
/// @param blobs a permit for each blob that is fetched
record PullTools(
        ImageStore store,
        StoredImages images,
        RegistryConnections connections,
        PullSettings settings,
        Semaphore turns,
        Semaphore blobs,
        Duration progressTimeout,
        NodeListener listener) {}
