/// Who a request speaks for: the credentials that it brings, and the one host that they are for. Depends on
/// `names`, `pull.credential`, `name`.
@NullMarked
package dev.truename.cri.auth;

import org.jspecify.annotations.NullMarked;
