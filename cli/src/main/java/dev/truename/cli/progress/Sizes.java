package dev.truename.cli.progress;

/// Numbers of bytes for people, in powers of 1000 as registries and disks count.
public final class Sizes {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

    private Sizes() {}

    /// Three digits at most and one behind the point: `999 B`, `1.2 kB`, `422.0 MB`.
    public static String text(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        int unit = 0;
        long tenths = bytes / 100;
        while (tenths >= 10_000 && unit < UNITS.length - 1) {
            tenths /= 1000;
            unit++;
        }
        return tenths / 10 + "." + tenths % 10 + " " + UNITS[unit];
    }
}
