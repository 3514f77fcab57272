package dev.truename.pull.pull;

import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;

/// What happens during a pull, for progress and logs.
public sealed interface PullEvent {
    /// A source is asked what the candidate points at.
    record Asking(Qualified candidate, PullSource source) implements PullEvent {}

    /// A source failed; the next one is asked, if there is one.
    record SourceFailed(SourceFailure failure) implements PullEvent {}

    /// An image was chosen, with the number of blobs it has and their bytes in all.
    record Chosen(Descriptor image, int blobs, long bytes) implements PullEvent {}

    /// A blob was in the store.
    record BlobReused(Descriptor blob) implements PullEvent {}

    /// A blob is being fetched, from here on.
    record BlobStarted(Descriptor blob, PullSource source) implements PullEvent {}

    /// So many bytes of a blob have arrived in all; fewer than before where it had to start over.
    record BlobProgress(Descriptor blob, long position) implements PullEvent {}

    /// A blob could not be had from a source, or not all of it; it is tried again, or elsewhere.
    record BlobRetried(Descriptor blob, PullSource source, PullFailure failure) implements PullEvent {}

    /// A blob has arrived whole and verified.
    record BlobDone(Descriptor blob) implements PullEvent {}
}
