package dev.truename.pull.pull;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.Manifest;
import dev.truename.pull.manifest.ManifestParser;
import dev.truename.pull.manifest.RawManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Where the pieces of an image come from once its root is known: each has a digest, so that any source of the same
/// reference may give it.
///
/// @param sources the one that told the root first
record Pieces(Qualified candidate, List<RemoteSource> sources, PullListener listener) {
    /// What is asked of a source.
    @FunctionalInterface
    interface Question<T> {
        T ask(RemoteSource source) throws PullException;
    }

    Pieces {
        requireNonNull(candidate);
        sources = List.copyOf(sources);
        requireNonNull(listener);
    }

    /// All sources, the one that told the root first: any of them may give a piece whose digest is known.
    ///
    /// @param teller its place among the sources
    static Pieces from(int teller, Qualified candidate, List<RemoteSource> sources, PullListener listener) {
        List<RemoteSource> ordered = new ArrayList<>(sources);
        ordered.addFirst(ordered.remove(teller));
        return new Pieces(candidate, ordered, listener);
    }

    RemoteSource teller() {
        return sources.getFirst();
    }

    /// A manifest that an index names.
    Manifest manifest(Descriptor descriptor) throws PullException {
        return first(
                source -> read(source.repository().manifest(descriptor.digest()), descriptor, source.name()),
                (source, failure) -> new PullEvent.SourceFailed(failure));
    }

    /// The bytes of a small blob.
    ///
    /// @param max in bytes
    byte[] smallBlob(Descriptor descriptor, int max) throws PullException {
        return first(
                source -> source.repository().smallBlob(descriptor, max),
                (source, failure) -> new PullEvent.SourceFailed(failure));
    }

    /// Reads a manifest, which must be as its descriptor says.
    ///
    /// @param source where it came from, for messages
    static Manifest read(RawManifest raw, Descriptor descriptor, String source) throws PullException {
        if (raw.size() != descriptor.size()) {
            throw new PullException(new PullFailure.Mismatch(
                    source,
                    "the manifest " + raw.digest() + " has " + raw.size() + " bytes, the index says "
                            + descriptor.size()));
        }
        Manifest manifest = ManifestParser.parse(raw, source);
        if (!manifest.raw().mediaType().equals(descriptor.mediaType())) {
            throw new PullException(new PullFailure.Malformed(
                    source, "the manifest " + raw.digest() + " has another media type than the index says"));
        }
        return manifest;
    }

    /// The first answer.
    ///
    /// @param told the event for a source that fails
    /// @throws PiecesException if no source answers
    <T> T first(Question<T> question, BiFunction<RemoteSource, SourceFailure, PullEvent> told) throws PullException {
        List<SourceFailure> failures = new ArrayList<>();
        for (RemoteSource source : sources) {
            try {
                return question.ask(source);
            } catch (PullException e) {
                SourceFailure failure = source.failed(candidate, e.failure());
                if (failure.isOurs()) {
                    throw e;
                }
                failures.add(failure);
                listener.on(told.apply(source, failure));
            }
        }
        throw new PiecesException(failures);
    }
}
