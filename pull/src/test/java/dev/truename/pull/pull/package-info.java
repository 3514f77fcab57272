/// Whole pulls, from candidates to the store, against registries in this process and of this machine.
@org.jspecify.annotations.NullMarked
package dev.truename.pull.pull;
