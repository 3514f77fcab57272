package dev.truename.testkit.content;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// One entry of a layer. Names and link targets are written as given, hostile ones too.
///
/// @param size in bytes, 0 for anything but a file
/// @param content as many bytes as the size says; opened anew for each writing
public record TarEntry(Type type, String name, String link, int mode, long size, Supplier<InputStream> content) {
    /// The entry's type flag (POSIX.1-1988 ustar).
    public enum Type {
        FILE('0'),
        HARD_LINK('1'),
        SYMBOLIC_LINK('2'),
        DIRECTORY('5');

        private final char flag;

        Type(char flag) {
            this.flag = flag;
        }

        char flag() {
            return flag;
        }
    }

    public TarEntry {
        requireNonNull(type);
        requireNonNull(name);
        requireNonNull(link);
        requireNonNull(content);
    }

    public static TarEntry file(String name, byte[] bytes) {
        byte[] own = bytes.clone();
        return new TarEntry(Type.FILE, name, "", 0644, own.length, () -> new ByteArrayInputStream(own));
    }

    public static TarEntry file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /// A file of pseudo-random bytes, always the same for the same seed.
    public static TarEntry random(String name, long seed, long size) {
        return new TarEntry(Type.FILE, name, "", 0644, size, () -> new RandomInput(seed, size));
    }

    public static TarEntry directory(String name) {
        return new TarEntry(Type.DIRECTORY, name, "", 0755, 0, InputStream::nullInputStream);
    }

    public static TarEntry symbolicLink(String name, String target) {
        return new TarEntry(Type.SYMBOLIC_LINK, name, target, 0777, 0, InputStream::nullInputStream);
    }

    public static TarEntry hardLink(String name, String target) {
        return new TarEntry(Type.HARD_LINK, name, target, 0644, 0, InputStream::nullInputStream);
    }

    public TarEntry withMode(int changed) {
        return new TarEntry(type, name, link, changed, size, content);
    }
}
