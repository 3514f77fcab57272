package dev.truename.pull.pull;

import static java.util.Objects.requireNonNull;

import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.Manifest;

/// An image or index that a registry has, of which nothing was stored. Its pieces are fetched when they are asked for,
/// each from the first source of the same reference that has it, and verified.
public final class FoundImage {
    private final Manifest manifest;
    private final Pieces pieces;

    FoundImage(Manifest manifest, Pieces pieces) {
        this.manifest = requireNonNull(manifest);
        this.pieces = requireNonNull(pieces);
    }

    /// The candidate that was found.
    public Qualified reference() {
        return pieces.candidate();
    }

    /// Who said what the reference points at.
    public PullSource source() {
        return pieces.teller().source();
    }

    /// What the reference points at.
    public Manifest manifest() {
        return manifest;
    }

    /// A manifest that an index of this image names.
    public Manifest manifest(Descriptor descriptor) throws PullException {
        return pieces.manifest(descriptor);
    }

    /// The bytes of a small blob of this image, such as its config.
    ///
    /// @param max in bytes
    public byte[] blob(Descriptor descriptor, int max) throws PullException {
        return pieces.smallBlob(descriptor, max);
    }
}
