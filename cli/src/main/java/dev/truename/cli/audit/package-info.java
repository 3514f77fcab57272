/// `truename audit`: which images workloads name, and what each name would mean; as a table, JSON, SARIF and a web
/// page; and what mends it: a drop-in of aliases, or full names in the files themselves.
@NullMarked
package dev.truename.cli.audit;

import org.jspecify.annotations.NullMarked;
