/// Findings in the form that code hosts and editors read: SARIF 2.1.0 (OASIS). Knows nothing of what is found. Depends
/// on `io` and `command`.
@NullMarked
package dev.truename.cli.sarif;

import org.jspecify.annotations.NullMarked;
