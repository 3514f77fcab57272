/// What a live cluster runs: reads workloads through the Kubernetes API into the same image uses that files give.
///
/// Reads only, page by page; whatever the API server sends is bounded. Depends on `names` and the Kubernetes client.
@NullMarked
package dev.truename.rollout.cluster;

import org.jspecify.annotations.NullMarked;
