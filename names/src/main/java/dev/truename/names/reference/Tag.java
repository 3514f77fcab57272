package dev.truename.names.reference;

/// A tag: one word character, then at most 127 of word characters, `.` and `-` (OCI distribution specification,
/// "Pulling manifests").
public record Tag(String value) {
    /// What a reference without tag and digest means.
    public static final Tag LATEST = new Tag("latest");

    private static final int MAX = 128;

    public Tag {
        if (value.isEmpty()) {
            throw new InvalidReferenceException(value, "the tag is empty");
        }
        if (value.length() > MAX) {
            throw new InvalidReferenceException(value, "the tag is longer than " + MAX + " characters");
        }
        if (!isTag(value)) {
            throw new InvalidReferenceException(
                    value, "a tag has letters, digits, '_', '.' and '-', and starts with none of the last two");
        }
    }

    private static boolean isTag(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean word = Characters.isAlphanumeric(c) || c == '_';
            if (!word && (i == 0 || (c != '.' && c != '-'))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
