package dev.truename.names.reload;

import dev.truename.names.config.ConfigurationSources;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What stands on the disk at every place that counts, and which folders tell when that changes. Links are followed one
/// by one, so that a link which is made to point elsewhere (as a mounted ConfigMap's `..data` is) counts as a change.
final class Footprint {
    /// As many as Linux follows.
    private static final int MAX_LINKS = 40;

    /// Stands for each file of a drop-in folder.
    private static final String DROP_IN = ".conf";

    /// @param attributes what Linux changes with a file's bytes or name; empty where nothing is there
    private record Stamp(Map<String, Object> attributes) {
        static final Stamp ABSENT = new Stamp(Map.of());
    }

    private final Map<Path, Stamp> stamps = new HashMap<>();
    private final Map<Path, Set<String>> watched = new HashMap<>();

    private Footprint() {}

    /// @param more files that were read for another reason, such as those that a policy names
    static Footprint of(ConfigurationSources sources, Collection<Path> more) {
        Footprint footprint = new Footprint();
        for (ConfigurationSources.MainFile main : sources.mainFiles()) {
            footprint.addFile(main.path());
            main.dropInFolders().forEach(footprint::addFolder);
        }
        sources.override().ifPresent(footprint::addFile);
        footprint.addFile(sources.aliasFile());
        sources.layering().policies().forEach(footprint::addFile);
        more.forEach(footprint::addFile);
        return footprint;
    }

    /// The folders whose changes tell of a change here, each with the names in it that count.
    Map<Path, Set<String>> watched() {
        return watched;
    }

    /// Whether nothing has changed from one to the other.
    boolean sameAs(Footprint other) {
        return stamps.equals(other.stamps);
    }

    /// Whether a name counts, of those that are watched in a folder.
    static boolean counts(String name, Set<String> names) {
        return names.contains(name) || (names.contains(DROP_IN) && name.endsWith(DROP_IN));
    }

    private void addFile(Path file) {
        follow(file);
    }

    private void addFolder(Path folder) {
        @Nullable Path real = follow(folder);
        if (real == null || !Files.isDirectory(real)) {
            return;
        }
        watch(real, DROP_IN);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(real, "*" + DROP_IN)) {
            for (Path entry : entries) {
                follow(entry);
            }
        } catch (IOException | DirectoryIteratorException e) {
            stamps.put(real, Stamp.ABSENT); // reading it will tell
        }
    }

    /// Walks to a path part by part, and notes every link and the end. Gives the end without links; null if there is
    /// nothing.
    private @Nullable Path follow(Path path) {
        Path absolute = path.toAbsolutePath();
        Deque<String> parts = new ArrayDeque<>();
        absolute.forEach(part -> parts.addLast(part.toString()));
        Path at = absolute.getRoot();
        int links = 0;
        while (!parts.isEmpty()) {
            String part = parts.removeFirst();
            if (part.equals("..")) {
                at = at.getParent() == null ? at : at.getParent();
            } else if (!part.equals(".") && !part.isEmpty()) {
                watch(at, part);
                Path next = at.resolve(part);
                Stamp stamp = stamp(next, parts.isEmpty());
                stamps.put(next, stamp);
                if (stamp.equals(Stamp.ABSENT)) {
                    return null;
                }
                @Nullable Path target = target(next);
                if (target == null) {
                    at = next;
                } else if (++links > MAX_LINKS) {
                    return null;
                } else {
                    at = target.isAbsolute() ? target.getRoot() : at;
                    for (int i = target.getNameCount() - 1; i >= 0; i--) {
                        parts.addFirst(target.getName(i).toString());
                    }
                }
            }
        }
        return at;
    }

    private void watch(Path folder, String name) {
        watched.computeIfAbsent(folder, key -> new HashSet<>()).add(name);
    }

    private static @Nullable Path target(Path path) {
        try {
            return Files.isSymbolicLink(path) ? Files.readSymbolicLink(path) : null;
        } catch (IOException e) {
            return null; // gone since; the next look tells
        }
    }

    /// @param whole whether the bytes count, too; of a folder on the way only which one it is
    private static Stamp stamp(Path path, boolean whole) {
        try {
            boolean folder = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isDirectory();
            String which = folder && !whole ? "unix:ino,dev,mode" : "unix:ino,dev,mode,size,lastModifiedTime,ctime";
            return new Stamp(Files.readAttributes(path, which, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            return Stamp.ABSENT;
        }
    }
}
