/// Command lines, read in the GNU way against a declaration. Depends on `spec`, and on `spelling` of the library
/// `names`.
@NullMarked
package dev.truename.cli.args;

import org.jspecify.annotations.NullMarked;
