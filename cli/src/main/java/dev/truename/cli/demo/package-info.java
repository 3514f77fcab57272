/// `truename demo`: what a short name can do, and what stops it, on registries of its own on loopback. Also the
/// training run for the ahead-of-time cache. Depends on `command`, what is below it, and the testkit.
@NullMarked
package dev.truename.cli.demo;

import org.jspecify.annotations.NullMarked;
