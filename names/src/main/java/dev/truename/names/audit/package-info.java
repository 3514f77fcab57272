/// What the image names of workloads mean under one configuration, which of them somebody else could give a meaning,
/// and the aliases that would give each of them one.
///
/// Decides only: registries are asked through [dev.truename.names.probe.ImageProbe], by somebody else. Depends on all
/// that says what a name means, on `known`, `catalog`, `probe` and `workload`.
@NullMarked
package dev.truename.names.audit;

import org.jspecify.annotations.NullMarked;
