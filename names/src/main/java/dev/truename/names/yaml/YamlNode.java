package dev.truename.names.yaml;

/// One node of a document. A node with an anchor is in the tree once for its place, and once more for each alias: the
/// same object. So a walk that does not mind what it has seen can take exponential time; none can go on for ever.
public sealed interface YamlNode permits YamlScalar, YamlMapping, YamlSequence {
    /// Where it starts, an index into the text. Of a node with an anchor or a tag these are the start.
    int start();

    /// How many nodes are below each other, aliases followed: 1 for a scalar, [Yaml#MAX_DEPTH] at most.
    int height();
}
