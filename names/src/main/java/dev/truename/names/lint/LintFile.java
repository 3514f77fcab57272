package dev.truename.names.lint;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.FileContent;
import dev.truename.names.config.Generation;
import java.nio.file.Path;
import java.util.List;

/// A file to look at.
public final class LintFile {
    private final FileContent content;
    private final List<Allowance> allowances;

    private LintFile(FileContent content, List<Allowance> allowances) {
        this.content = requireNonNull(content);
        this.allowances = allowances;
    }

    /// Never fails, whatever is in the text.
    ///
    /// @param path where the text is from, for origins; not opened
    /// @param generation [Generation#LEGACY] takes version 1 of the format as what it means
    public static LintFile parse(Path path, byte[] text, Generation generation) {
        return new LintFile(FileContent.parse(path, text, generation), Allowance.parse(path, text));
    }

    /// What the file says, and what keeps it from being read.
    public FileContent content() {
        return content;
    }

    List<Allowance> allowances() {
        return allowances;
    }
}
