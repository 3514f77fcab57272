/// What callers write to mean an image, and what it means: ids, names, candidates, and refusals that say what to
/// do. The same for every backend. Depends on `names`, `pull.failure`, `backend` and `event`; contacts nothing.
@NullMarked
package dev.truename.cri.name;

import org.jspecify.annotations.NullMarked;
