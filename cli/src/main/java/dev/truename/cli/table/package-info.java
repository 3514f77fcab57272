/// `truename table`: the official alias table built, compared, shown, checked, and put in the place of a vendor's.
/// Depends on `probe`, `names`, `command` and what is below them.
@NullMarked
package dev.truename.cli.table;

import org.jspecify.annotations.NullMarked;
