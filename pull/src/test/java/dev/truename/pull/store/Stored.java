package dev.truename.pull.store;

import dev.truename.names.reference.Digest;
import dev.truename.pull.manifest.Contents;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.RawManifest;
import dev.truename.testkit.content.Artifact;
import dev.truename.testkit.content.Blob;
import dev.truename.testkit.content.Manifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/// Puts the testkit's content into a store, as a pull does.
final class Stored {
    private static final String ANY = "application/octet-stream";

    private Stored() {}

    static Descriptor descriptor(Blob blob) {
        return Descriptor.of(ANY, Digest.parse(blob.digest()), blob.size());
    }

    static Descriptor descriptor(Manifest manifest) {
        return Descriptor.of(manifest.mediaType(), Digest.parse(manifest.digest()), manifest.size());
    }

    static RawManifest raw(Manifest manifest) {
        return new RawManifest(manifest.mediaType(), Contents.of(manifest.blob()), Digest.parse(manifest.digest()));
    }

    static void blob(StoreSession session, Blob blob) throws IOException {
        if (!session.has(descriptor(blob))) {
            try (BlobWriter writer = session.ingest(descriptor(blob))) {
                writer.take(new ByteArrayInputStream(Contents.of(blob)), position -> {});
                writer.commit();
            }
        }
    }

    /// Everything of an artifact, without a name.
    static void content(StoreSession session, Artifact artifact) throws IOException {
        for (Blob blob : artifact.blobs()) {
            blob(session, blob);
        }
        for (Manifest child : artifact.children()) {
            session.put(raw(child));
        }
        session.put(raw(artifact.manifest()));
    }

    static Descriptor named(ImageStore store, String name, Artifact artifact) throws IOException {
        try (StoreSession session = store.begin()) {
            content(session, artifact);
            session.commit(name, descriptor(artifact.manifest()));
        }
        return descriptor(artifact.manifest());
    }
}
