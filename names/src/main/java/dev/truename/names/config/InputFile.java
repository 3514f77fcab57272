package dev.truename.names.config;

import java.nio.file.Path;

/// A file that somebody named and that must be there.
public final class InputFile {
    private InputFile() {}

    /// All of its bytes, 16 MiB at most.
    ///
    /// @throws ConfigurationException if it is missing, too large, or cannot be read
    public static byte[] read(Path file) throws ConfigurationException {
        Findings findings = new Findings();
        byte[] bytes = new ConfigurationFiles(findings).bytes(file);
        findings.throwErrors();
        return bytes;
    }
}
