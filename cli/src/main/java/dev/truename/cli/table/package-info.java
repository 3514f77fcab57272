/// `truename table`: the official alias table built, compared, shown, and put in the place of a vendor's. Depends on
/// `names`, `command` and what is below them.
@NullMarked
package dev.truename.cli.table;

import org.jspecify.annotations.NullMarked;
