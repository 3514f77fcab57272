package dev.truename.names.reload;

import static java.util.Objects.requireNonNull;

/// Tells one meaning of all names from another: processes whose files say the same, in the same order and of the same
/// owners, have the same identifier, wherever the files are.
///
/// @param hex twelve hexadecimal digits in lower case
public record SnapshotId(String hex) {
    static final int LENGTH = 12;

    public SnapshotId {
        requireNonNull(hex);
        if (hex.length() != LENGTH || !hex.chars().allMatch(SnapshotId::isHex)) {
            throw new IllegalArgumentException("not twelve hexadecimal digits: " + hex);
        }
    }

    private static boolean isHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    @Override
    public String toString() {
        return hex;
    }
}
