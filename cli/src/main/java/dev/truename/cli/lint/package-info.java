/// `truename lint`: what is likely wrong, or unsafe, in configuration files. Depends on `names.lint` and `sarif`.
@NullMarked
package dev.truename.cli.lint;

import org.jspecify.annotations.NullMarked;
