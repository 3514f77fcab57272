/// What goes wrong, and for which requests. A fault wraps the normal handling of a request, so faults compose. Depends
/// on `distribution`, `http` and `log`.
@NullMarked
package dev.truename.testkit.fault;

import org.jspecify.annotations.NullMarked;
