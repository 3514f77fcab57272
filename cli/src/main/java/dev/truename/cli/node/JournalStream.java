package dev.truename.cli.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Tells whether systemd's journal reads standard error. `JOURNAL_STREAM` names the device and inode that it reads
/// (systemd.exec(5)); that it is set says nothing, since children inherit it whose standard error goes elsewhere.
final class JournalStream {
    private static final Path ERRORS = Path.of("/proc/self/fd/2");

    private JournalStream() {}

    static boolean isStandardError(Map<String, String> environment) {
        String stream = environment.getOrDefault("JOURNAL_STREAM", "");
        try {
            return !stream.isEmpty() && stream.equals(numbers());
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String numbers() throws IOException {
        Map<String, Object> attributes = Files.readAttributes(ERRORS, "unix:dev,ino");
        return attributes.get("dev") + ":" + attributes.get("ino");
    }
}
