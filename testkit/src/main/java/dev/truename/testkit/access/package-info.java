/// Who may have what: anonymous, basic, bearer with a token server, and refusals of single repositories. Depends on
/// `distribution`, `fault`, `http` and `log`.
@NullMarked
package dev.truename.testkit.access;

import org.jspecify.annotations.NullMarked;
