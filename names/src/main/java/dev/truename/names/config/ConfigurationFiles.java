package dev.truename.names.config;

import dev.truename.names.toml.Toml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads files and lists drop-in folders; whatever goes wrong becomes a finding.
final class ConfigurationFiles {
    /// What it means that a file is not there.
    enum Absence {
        /// Somebody asked for it: an error.
        ERROR,
        /// Nothing, unless a link points to it.
        FINE,
        /// It was there a moment ago.
        VANISHED
    }

    /// @param exists whether there is something of that name, readable or not
    /// @param content what is in it; null if it is absent or cannot be read, which has been reported where
    ///     it matters
    record Outcome(boolean exists, Toml.@Nullable Result content) {}

    private static final int FILE_TYPE = 0xf000;
    private static final int PIPE = 0x1000;

    private final Findings findings;
    private final @Nullable FileObserver observer;
    private final Map<Path, List<Path>> listed = new HashMap<>();

    ConfigurationFiles(Findings findings) {
        this(findings, null);
    }

    /// @param observer told the bytes of each file that is read, if there is one
    ConfigurationFiles(Findings findings, @Nullable FileObserver observer) {
        this.findings = findings;
        this.observer = observer;
    }

    Outcome read(Path file, Absence absence) {
        try {
            byte @Nullable [] bytes = load(file);
            if (bytes != null && observer != null) {
                observer.read(file, bytes);
            }
            return new Outcome(true, bytes == null ? null : Toml.read(bytes));
        } catch (NoSuchFileException e) {
            absent(file, absence);
            return new Outcome(false, null);
        }
    }

    /// The bytes of a file that must be there; none if they cannot be had, which has been reported.
    byte[] bytes(Path file) {
        try {
            byte @Nullable [] bytes = load(file);
            return bytes == null ? new byte[0] : bytes;
        } catch (NoSuchFileException e) {
            absent(file, Absence.ERROR);
            return new byte[0];
        }
    }

    private byte @Nullable [] load(Path file) throws NoSuchFileException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Toml.MAX_BYTES + 1);
            if (bytes.length <= Toml.MAX_BYTES) {
                return bytes;
            }
            findings.add(Rule.FILE_TOO_LARGE, file, 0, "the file is larger than 16 MiB", "split or remove it");
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            unreadable(file, e);
        }
        return null;
    }

    /// Whether reading the file tells more than that it is absent: a link to nothing, and what cannot be looked at, is
    /// there too. Throws nothing where it is not, which saves a start of the process some microseconds.
    static boolean isThere(Path file) {
        try {
            return file.getFileSystem()
                            .provider()
                            .readAttributesIfExists(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    != null;
        } catch (IOException e) {
            return true;
        }
    }

    private void absent(Path file, Absence absence) {
        if (absence == Absence.ERROR) {
            findings.add(Rule.FILE_MISSING, file, 0, "the file does not exist", "create it, or name another one");
        } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            brokenLink(file);
        } else if (absence == Absence.VANISHED) {
            findings.add(Rule.FILE_VANISHED, file, 0, "the file was removed while it was to be read", "try again");
        }
    }

    private void brokenLink(Path link) {
        findings.add(Rule.BROKEN_LINK, link, 0, "the link points to nothing", "mend or remove the link");
    }

    private void unreadable(Path file, IOException failure) {
        findings.add(
                Rule.FILE_UNREADABLE,
                file,
                0,
                "cannot be read: " + reason(failure),
                "make it readable, or remove it; what it says cannot be known");
    }

    private static String reason(IOException failure) {
        @Nullable
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NotDirectoryException) {
            return "this is no folder";
        }
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }

    /// The drop-ins of one folder, in byte order of their names: all that end in `.conf` and are no folders.
    List<Path> dropIns(Path folder) {
        @Nullable List<Path> known = listed.get(folder);
        if (known != null) {
            return known; // its findings are there already
        }
        List<Path> found = new ArrayList<>();
        listed.put(folder, found);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (isDropIn(entry)) {
                    found.add(entry);
                }
            }
        } catch (NoSuchFileException e) {
            absent(folder, Absence.FINE);
        } catch (DirectoryIteratorException e) {
            unreadable(folder, new IOException(e));
        } catch (IOException e) {
            unreadable(folder, e);
        }
        Collections.sort(found);
        return found;
    }

    private boolean isDropIn(Path entry) {
        String name = String.valueOf(entry.getFileName());
        if (!name.endsWith(".conf") || Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (name.startsWith(".")) {
            findings.add(
                    Rule.HIDDEN_FILE, entry, 0, "a hidden file counts as a drop-in", "rename it so that it is seen");
        }
        if (isPipe(entry)) {
            findings.add(Rule.FILE_UNREADABLE, entry, 0, "this is a pipe", "remove it");
            return false;
        }
        return true;
    }

    /// A pipe in a folder that is read at every start would stop everything. A link to `/dev/null` is fine: it is how
    /// a drop-in of another folder is switched off.
    private static boolean isPipe(Path entry) {
        try {
            return !Files.isRegularFile(entry)
                    && ((Integer) Files.getAttribute(entry, "unix:mode") & FILE_TYPE) == PIPE;
        } catch (IOException | UnsupportedOperationException e) {
            return false; // reading it will tell
        }
    }
}
