/// `truename config`: the configuration checked, shown and converted. Depends on `names`, `command` and what is below
/// them.
@NullMarked
package dev.truename.cli.config;

import org.jspecify.annotations.NullMarked;
