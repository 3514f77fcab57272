/// What the outside says of an image: questions, their answers, and the order in which an image's places are asked.
///
/// Contacts nothing itself: whoever can asks as a [dev.truename.names.probe.SourceProbe]. Depends on `reference`,
/// `config` and `pullsource`.
@NullMarked
package dev.truename.names.probe;

import org.jspecify.annotations.NullMarked;
