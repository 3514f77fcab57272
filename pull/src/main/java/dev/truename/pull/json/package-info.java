/// JSON of other parties as a small tree: no duplicate key, no depth or length without a bound, valid UTF-8 only.
///
/// Not exported. Depends on nothing else.
@NullMarked
package dev.truename.pull.json;

import org.jspecify.annotations.NullMarked;
