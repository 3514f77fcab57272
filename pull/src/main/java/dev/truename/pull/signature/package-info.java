/// Holds images to what `policy.json` wants signed: where their signatures are, what these say, and whether the
/// keys that the policy names made them (containers-signature(5), "simple signing").
///
/// None of this is loaded until a policy asks for it; OpenPGP is Bouncy Castle's, which a program may leave out
/// that has no such policy. Depends on `names`, `failure`, `json`, `transport`, `distribution` and `policy`.
@NullMarked
package dev.truename.pull.signature;

import org.jspecify.annotations.NullMarked;
