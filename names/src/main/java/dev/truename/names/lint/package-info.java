/// What is likely wrong, or unsafe, in configuration files that can be read: aliases that go to strangers, search lists
/// that a stranger can get ahead in, tables that contradict each other or do not do what they look like.
///
/// One [dev.truename.names.lint.Check] looks for one thing, and its [dev.truename.names.lint.LintRule] says why it
/// matters. Findings are judged over all files of a run, in reading order. Nothing is asked on a network. Depends on
/// `reference`, `spelling`, `toml`, `config`, `pullsource`, `known` and `catalog`.
@NullMarked
package dev.truename.names.lint;

import org.jspecify.annotations.NullMarked;
