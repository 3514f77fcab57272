/// Traces of calls and pulls, by OpenTelemetry and its standard environment variables. Only
/// [dev.truename.cri.trace.TraceWish] is loaded where nobody wants any. Depends on `event`.
@NullMarked
package dev.truename.cri.trace;

import org.jspecify.annotations.NullMarked;
