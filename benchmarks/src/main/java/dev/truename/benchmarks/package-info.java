/// Measures Truename: JMH for what happens inside a process, [dev.truename.benchmarks.Pairs] for whole processes.
///
/// Every figure is a ratio within one run, against a peer or a physical limit; absolute times belong to the machine.
@NullMarked
package dev.truename.benchmarks;

import org.jspecify.annotations.NullMarked;
