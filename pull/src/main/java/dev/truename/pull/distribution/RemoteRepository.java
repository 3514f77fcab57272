package dev.truename.pull.distribution;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.Tag;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.RawManifest;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// One repository as one registry serves it. Calls block; any number of threads may call. Interrupting the calling
/// thread ends the call with [dev.truename.pull.failure.PullFailure.Cancelled].
///
/// A repository is never trusted about what a digest means: callers give digests, and get what has them or an error.
public interface RemoteRepository {
    Repository repository();

    /// What a tag points at now. The digest is that of the bytes; a `Docker-Content-Digest` that says otherwise is an
    /// error.
    RawManifest manifest(Tag tag) throws PullException;

    /// The manifest with exactly this digest.
    RawManifest manifest(Digest digest) throws PullException;

    /// What a tag points at now, without fetching it, where the registry tells; else as [#manifest(Tag)] does.
    Descriptor head(Tag tag) throws PullException;

    /// The manifest with this digest, without fetching it, where the registry tells; else as [#manifest(Digest)] does.
    Descriptor head(Digest digest) throws PullException;

    /// The first of its tags, in the registry's order: at most so many, of one answer. None for a repository that is
    /// there and has none.
    List<Tag> tags(int most) throws PullException;

    /// Opens a blob for reading from an offset. The bytes are not verified here: whoever stores them does that.
    ///
    /// @param offset in bytes, less than the descriptor's size or 0
    /// @return a stream at that offset or, where the registry ignores ranges, at 0: look at [RemoteBlob#offset()]
    RemoteBlob blob(Descriptor descriptor, long offset) throws PullException;

    /// The bytes of a small blob, its digest checked.
    ///
    /// @param max in bytes; more is [dev.truename.pull.failure.PullFailure.TooLarge]
    byte[] smallBlob(Descriptor descriptor, int max) throws PullException;

    /// The signatures that the registry itself keeps for a manifest, by its extension for that
    /// (`X-Registry-Supports-Signatures`); nothing if it has no such extension.
    Optional<List<byte[]>> signatures(Digest manifest) throws PullException;

    /// What is at a URL beside the registry, asked for without credentials; nothing if the answer is 404.
    ///
    /// @param max in bytes; more is [dev.truename.pull.failure.PullFailure.TooLarge]
    Optional<byte[]> file(URI url, int max) throws PullException;
}
