/// The client of one repository in one registry (OCI distribution specification 1.1, "Pull").
///
/// Depends on `transport`, `credential`, `manifest` and `failure`.
@NullMarked
package dev.truename.pull.distribution;

import org.jspecify.annotations.NullMarked;
