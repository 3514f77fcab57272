package dev.truename.names.config;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

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

    /// The drop-ins of a folder that somebody named, in the order in which they are read. A pipe is none: whoever opens
    /// it waits for somebody to write.
    ///
    /// @param told what is found in the folder; with an error not all of its drop-ins are there
    public static List<Path> dropIns(Path folder, Consumer<Finding> told) {
        Findings findings = new Findings();
        List<Path> dropIns = List.copyOf(new ConfigurationFiles(findings).dropIns(folder));
        findings.all().forEach(told);
        return dropIns;
    }
}
