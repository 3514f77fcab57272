package dev.truename.names.reference;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/// A reference without a registry. What it means is decided by aliases or search registries, and only through
/// [#in(Repository)] or [#at(String)] does it become a reference that can be pulled, so tag and digest cannot be lost.
///
/// @param path such as `ubi9` or `library/redis`. The first of several components may have upper case (`Foo/bar`), as
///     in the distribution grammar: a legal key for an alias, though no registry can hold it.
public record ShortName(String path, Optional<Tag> tag, Optional<Digest> digest) implements ImageReference {
    private static final int IMAGE_ID_LENGTH = 64;

    public ShortName {
        requireNonNull(tag);
        requireNonNull(digest);
        if (!isShortPath(path)) {
            Repository.requirePath(path);
            throw new InvalidReferenceException(path, "this is not a short name");
        }
        if (path.length() > Repository.MAX_LENGTH) {
            throw new InvalidReferenceException(
                    path, "the name is longer than " + Repository.MAX_LENGTH + " characters");
        }
        if (path.length() == IMAGE_ID_LENGTH && Characters.isLowerHex(path, 0, IMAGE_ID_LENGTH)) {
            throw new InvalidReferenceException(path, "64 hex digits are an image id, not a name");
        }
    }

    /// Reads a key of an alias table: a short name with no tag and no digest.
    ///
    /// @throws InvalidReferenceException if it is anything else
    public static ShortName parseKey(String text) {
        try {
            return new ShortName(text, Optional.empty(), Optional.empty());
        } catch (InvalidReferenceException e) {
            String reason = ImageReference.parse(text) instanceof Qualified
                    ? "it names a registry"
                    : "it has a tag or a digest";
            throw new InvalidReferenceException(text, reason);
        }
    }

    /// This name's tag and digest in the repository that an alias gives.
    public Qualified in(Repository target) {
        return new Qualified(target, tag, digest);
    }

    /// This name in a search registry.
    ///
    /// @param host `host[:port]`
    /// @throws InvalidReferenceException if the result is no reference, such as for a name with upper case
    public Qualified at(String host) {
        return in(new Repository(host, path));
    }

    private static boolean isShortPath(String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return Characters.isPath(path, 0, path.length());
        }
        String first = path.substring(0, slash);
        if (first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost")) {
            return false;
        }
        return (Characters.isPath(path, 0, slash) || Characters.isHost(path, 0, slash))
                && Characters.isPath(path, slash + 1, path.length());
    }

    /// Whether the name has upper case, so that only an alias can give it a meaning.
    public boolean needsAlias() {
        return !path.equals(path.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return ReferenceScanner.join(path, tag, digest);
    }
}
