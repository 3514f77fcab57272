/// `policy.json` (containers-policy.json(5)): which images may be pulled as far as their signatures go, and by whom
/// they have to be signed. Verifies nothing. Depends on `names`, `failure` and `json`.
@NullMarked
package dev.truename.pull.policy;

import org.jspecify.annotations.NullMarked;
