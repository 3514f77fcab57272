/// The node service's log: events to lines, as text or as JSON. Writes nowhere: whoever runs the service hands a
/// [dev.truename.cri.log.LogSink] in. Depends on `event`, and on `names` and `pull`.
@NullMarked
package dev.truename.cri.log;

import org.jspecify.annotations.NullMarked;
