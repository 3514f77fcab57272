/// `truename alias`: the short-name aliases in force, and those that the user records. Depends on `names`, `command`
/// and what is below them.
@NullMarked
package dev.truename.cli.alias;

import org.jspecify.annotations.NullMarked;
