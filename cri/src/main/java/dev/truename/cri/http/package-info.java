/// Metrics and health over HTTP, for whoever watches the node. Depends on `metrics` and `status`.
@NullMarked
package dev.truename.cri.http;

import org.jspecify.annotations.NullMarked;
