/// Command lines, read in the GNU way against a declaration. Depends on `spec`.
@NullMarked
package dev.truename.cli.args;

import org.jspecify.annotations.NullMarked;
