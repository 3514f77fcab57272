/// Real servers of this machine for tests: a registry, nginx, and keys for them.
@org.jspecify.annotations.NullMarked
package dev.truename.pull.real;
