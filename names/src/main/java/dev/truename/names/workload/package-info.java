/// Which images do workloads name? Reads Kubernetes and OpenShift manifests, what Helm renders, Helm's values, compose
/// files, Containerfiles, Quadlet units and plain lists, and writes other names into them.
///
/// What is found is an [dev.truename.names.workload.ImageUse]: the text as it was written, its place, and what holds
/// it. What a name means is not decided here. Depends on `reference` and `yaml`.
@NullMarked
package dev.truename.names.workload;

import org.jspecify.annotations.NullMarked;
