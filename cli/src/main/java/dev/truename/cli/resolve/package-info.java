/// `truename resolve` and `truename explain`: what a name means, and why. Contacts nothing. Depends on `names`,
/// `command` and what is below them.
@NullMarked
package dev.truename.cli.resolve;

import org.jspecify.annotations.NullMarked;
