package dev.truename.cri.own;

/// Who an image's config says runs its command: a number, or a name.
sealed interface ImageUser {
    /// Longer ones than any system allows are cut off: they are in every list of images.
    int MAX_NAME = 256;

    /// The config does not tell.
    record Nobody() implements ImageUser {}

    record Uid(long uid) implements ImageUser {}

    record Name(String name) implements ImageUser {}

    /// @param text `USER[:GROUP]`
    static ImageUser of(String text) {
        int colon = text.indexOf(':');
        String user = colon < 0 ? text : text.substring(0, colon);
        if (user.isEmpty()) {
            return new Nobody();
        }
        if (user.length() <= 18 && user.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new Uid(Long.parseLong(user));
        }
        return new Name(user.substring(0, Math.min(MAX_NAME, user.length())));
    }
}
