/// YAML 1.2, and so JSON, as trees whose nodes know where they stand. Strings only: what a plain scalar means to
/// whoever reads the document is not decided here.
///
/// Grammar and escapes are snakeyaml-engine's, from its events on nothing is: trees are built without recursion, are
/// bounded in depth and size, and aliases share nodes, so that small documents stay small. Depends on `reference`.
@NullMarked
package dev.truename.names.yaml;

import org.jspecify.annotations.NullMarked;
