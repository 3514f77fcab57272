/// Tests of what `policy.json` allows.
@NullMarked
package dev.truename.pull.policy;

import org.jspecify.annotations.NullMarked;
