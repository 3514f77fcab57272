/// Which images do workloads name? What is found is an [dev.truename.names.workload.ImageUse]: the text as it was
/// written, its place, and what holds it. What a name means is not decided here.
@NullMarked
package dev.truename.names.workload;

import org.jspecify.annotations.NullMarked;
