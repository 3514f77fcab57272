package dev.truename.names.yaml;

/// Is told what a text holds, in its order.
public interface YamlListener {
    /// @param start where the document starts, an index into the text: its `---`, or its root
    /// @param root not kept by the reader: a text of many documents needs the memory of its largest
    void document(int start, YamlNode root);

    /// A document cannot be read.
    ///
    /// @param at index into the text; its length where something is missing at the end
    /// @param message one line that can be shown
    void mistake(int at, String message);
}
