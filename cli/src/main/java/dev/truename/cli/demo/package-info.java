/// `truename demo`: what a short name can do, and what stops it, on registries of its own on loopback. Depends on
/// `command`, what is below it, and the testkit.
@NullMarked
package dev.truename.cli.demo;

import org.jspecify.annotations.NullMarked;
