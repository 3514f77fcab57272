/// `policy.json` (containers-policy.json(5)): which images may be pulled as far as their signatures go. Signatures are
/// not verified here, so what asks for one is refused. Depends on `names`, `failure` and `json`.
@NullMarked
package dev.truename.pull.policy;

import org.jspecify.annotations.NullMarked;
