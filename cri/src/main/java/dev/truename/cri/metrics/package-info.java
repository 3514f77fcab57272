/// What is counted in the node service, for Prometheus. Every metric is declared once, as data, with the values that
/// its labels can take: their number never depends on what comes from outside. Depends on `event`, and on `names` and
/// `pull`.
@NullMarked
package dev.truename.cri.metrics;

import org.jspecify.annotations.NullMarked;
