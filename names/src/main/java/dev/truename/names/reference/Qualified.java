package dev.truename.names.reference;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// A reference that names its registry. With tag and digest both, the digest says what is pulled; neither is dropped.
public record Qualified(Repository repository, Optional<Tag> tag, Optional<Digest> digest) implements ImageReference {
    public Qualified {
        requireNonNull(repository);
        requireNonNull(tag);
        requireNonNull(digest);
    }

    /// Reads a reference that names its registry.
    ///
    /// @throws InvalidReferenceException if it is no reference, or a short name
    public static Qualified parse(String text) {
        return switch (ImageReference.parse(text)) {
            case Qualified qualified -> qualified;
            case ShortName name -> throw new InvalidReferenceException(text, "there is no registry in front");
        };
    }

    /// The same with `:latest`, if there is neither tag nor digest.
    public Qualified withDefaultTag() {
        return tag.isEmpty() && digest.isEmpty() ? new Qualified(repository, Optional.of(Tag.LATEST), digest) : this;
    }

    /// The same tag and digest in another repository, for mirrors.
    public Qualified in(Repository other) {
        return new Qualified(other, tag, digest);
    }

    /// The same repository pinned to one digest; the tag is kept.
    public Qualified pinned(Digest to) {
        return new Qualified(repository, tag, Optional.of(to));
    }

    @Override
    public String toString() {
        return ReferenceScanner.join(repository.toString(), tag, digest);
    }
}
