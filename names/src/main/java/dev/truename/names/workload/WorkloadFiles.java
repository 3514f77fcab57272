package dev.truename.names.workload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the images that files and folders name. What is named is read whatever it is called; in folders what its name
/// says to be of a known format, to any depth that folders have in earnest. Hidden files and folders, and links, are
/// passed over there.
public final class WorkloadFiles {
    /// Folders below each other; deeper ones are told and not read.
    public static final int MAX_DEPTH = 64;

    private static final String CHART = "Chart.yaml";
    private static final String TEMPLATES = "templates";

    private final Optional<Format> format;
    private final List<ImageUse> uses = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int files;

    private WorkloadFiles(Optional<Format> format) {
        this.format = format;
    }

    /// Reads a file, or a folder and all below it in the order of their names. Places name the files as the path does.
    ///
    /// @param format of a file; empty if it is to be told by its name, else by its content. In folders names tell.
    public static Reading read(Path path, Optional<Format> format) {
        WorkloadFiles reading = new WorkloadFiles(format);
        if (Files.isDirectory(path)) {
            reading.folder(path, 1);
        } else {
            reading.file(path, format);
        }
        return new Reading(reading.uses, reading.problems, reading.files);
    }

    private void folder(Path folder, int depth) {
        if (depth > MAX_DEPTH) {
            problem(folder, Problem.Kind.LIMIT, "the folders go deeper than is read", "name this folder itself");
            return;
        }
        boolean chart = Files.exists(folder.resolve(CHART));
        for (Path entry : entries(folder)) {
            String name = String.valueOf(entry.getFileName());
            if (name.startsWith(".") || Files.isSymbolicLink(entry)) {
                continue;
            }
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                if (chart && name.equals(TEMPLATES)) {
                    templates(folder, entry);
                } else {
                    folder(entry, depth + 1);
                }
            } else if (Files.isRegularFile(entry)) {
                known(folder, entry, name);
            }
        }
    }

    /// A chart's templates are no YAML before they are rendered.
    private void templates(Path chart, Path templates) {
        problem(
                templates,
                Problem.Kind.TEMPLATE,
                "a chart's templates say nothing before they are rendered",
                "render it: helm template " + Gathered.shown(chart.toString()) + " | truename audit -");
    }

    private void known(Path folder, Path file, String name) {
        Optional<Format> known = Format.ofName(String.valueOf(folder.getFileName()), name);
        if (known.isPresent()) {
            file(file, known);
        }
    }

    private List<Path> entries(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException e) {
            unreadable(folder, new IOException(e));
        } catch (IOException e) {
            unreadable(folder, e);
        }
        Collections.sort(entries);
        return entries;
    }

    private void file(Path file, Optional<Format> known) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(WorkloadReader.MAX_BYTES + 1);
            Reading reading = WorkloadReader.read(file.toString(), bytes, known.or(() -> format));
            uses.addAll(reading.uses());
            problems.addAll(reading.problems());
            files += reading.files();
        } catch (IOException e) {
            unreadable(file, e);
        }
    }

    private void unreadable(Path path, IOException failure) {
        problem(
                path,
                Problem.Kind.UNREADABLE,
                "cannot be read: " + reason(failure),
                "make it readable, or leave it out");
    }

    private void problem(Path path, Problem.Kind kind, String message, String fix) {
        problems.add(new Problem(new Place(path.toString(), 1, 1), kind, message, fix));
    }

    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        @Nullable
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }
}
