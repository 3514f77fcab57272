/// What happens in the node service, as values: for its log, its metrics and its traces. Depends on `names` and
/// `pull`.
@NullMarked
package dev.truename.cri.event;

import org.jspecify.annotations.NullMarked;
