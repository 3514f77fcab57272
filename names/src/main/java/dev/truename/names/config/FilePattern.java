package dev.truename.names.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Files that a policy names: one, or those of a folder whose names match.
///
/// @param path absolute and normalised; only its last component may have a `*`
/// @param name matches the last component; null where the path is of one file
record FilePattern(Path path, @Nullable Glob name) {
    /// @throws java.nio.file.InvalidPathException if it is no path of this system
    /// @return null if it is relative, or has a `*` anywhere but in the last component
    static @Nullable FilePattern of(String text) {
        int slash = text.lastIndexOf('/');
        if (!text.startsWith("/") || text.lastIndexOf(Glob.ANY, slash) >= 0 || slash == text.length() - 1) {
            return null;
        }
        Path path = Path.of(text).normalize();
        String name = text.substring(slash + 1);
        return new FilePattern(path, name.indexOf(Glob.ANY) < 0 ? null : new Glob(name));
    }

    /// @param file absolute and normalised
    boolean matches(Path file) {
        if (name == null) {
            return path.equals(file);
        }
        @Nullable Path folder = file.getParent();
        return folder != null && folder.equals(path.getParent()) && name.matches(String.valueOf(file.getFileName()));
    }
}
