package dev.truename.pull.distribution;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.Tag;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.ManifestParser;
import dev.truename.pull.manifest.RawManifest;
import dev.truename.pull.transport.HttpAnswer;
import dev.truename.pull.transport.HttpCall;
import dev.truename.pull.transport.Url;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// A repository behind the distribution API (OCI distribution specification 1.1, "Pull").
final class HttpRepository implements RemoteRepository {
    private static final int MAX_MANIFEST = 4 << 20;
    /// Registries that take no notice of `n` send all: 32,000 of the longest tags.
    private static final int MAX_TAGS = 4 << 20;
    private static final List<String> ACCEPTED = List.of(
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.docker.distribution.manifest.v2+json");

    private final Repository repository;
    private final RegistrySession session;
    private final BlobReader blobs;

    HttpRepository(Repository repository, RegistrySession session) {
        this.repository = requireNonNull(repository);
        this.session = session;
        this.blobs = new BlobReader(session);
    }

    @Override
    public Repository repository() {
        return repository;
    }

    @Override
    public RawManifest manifest(Tag tag) throws PullException {
        return get(tag.value(), Optional.empty());
    }

    @Override
    public RawManifest manifest(Digest digest) throws PullException {
        return get(digest.toString(), Optional.of(digest));
    }

    private RawManifest get(String reference, Optional<Digest> wanted) throws PullException {
        try (HttpAnswer answer = session.send(accepting(HttpCall.get(url(reference))))) {
            if (answer.status() != 200) {
                throw new PullException(RegistryFailures.of(answer, "manifest " + reference));
            }
            String mediaType = ContentTypes.mediaType(answer);
            ContentTypes.requireSupported(answer, mediaType);
            byte[] bytes = answer.bytes(MAX_MANIFEST);
            return new RawManifest(mediaType, bytes, Digests.checked(answer, bytes, wanted));
        }
    }

    @Override
    public Descriptor head(Tag tag) throws PullException {
        Optional<Descriptor> told = told(tag.value());
        return told.isPresent() ? told.get() : image(manifest(tag));
    }

    @Override
    public Descriptor head(Digest digest) throws PullException {
        Optional<Descriptor> told = told(digest.toString());
        return told.isPresent() && told.get().digest().equals(digest) ? told.get() : image(manifest(digest));
    }

    /// Servers of web pages answer whatever they are asked for: what is no manifest is no image.
    private Descriptor image(RawManifest manifest) throws PullException {
        ManifestParser.parse(manifest, repository.toString());
        return manifest.descriptor();
    }

    /// What a HEAD tells. It has no body to say why there is nothing, so whatever it answers but the success of a
    /// registry is to be asked again by GET.
    private Optional<Descriptor> told(String reference) throws PullException {
        try (HttpAnswer answer = session.send(accepting(HttpCall.head(url(reference))))) {
            Optional<Digest> digest = Digests.told(answer);
            if (answer.status() == 200
                    && digest.isPresent()
                    && answer.contentLength().isPresent()) {
                String mediaType = ContentTypes.mediaType(answer);
                ContentTypes.requireSupported(answer, mediaType);
                return ACCEPTED.contains(mediaType)
                        ? Optional.of(Descriptor.of(
                                mediaType, digest.get(), answer.contentLength().getAsLong()))
                        : Optional.empty();
            }
            if (answer.status() == 429 || answer.status() >= 500) {
                throw new PullException(RegistryFailures.of(answer, "manifest " + reference));
            }
            return Optional.empty();
        }
    }

    @Override
    public List<Tag> tags(int most) throws PullException {
        try (HttpAnswer answer = session.send(HttpCall.get(session.url("tags", "list?n=" + most)))) {
            if (answer.status() != 200) {
                throw new PullException(RegistryFailures.of(answer, "list of tags"));
            }
            return TagList.parse(answer.source(), answer.bytes(MAX_TAGS), most);
        }
    }

    private Url url(String reference) throws PullException {
        return session.url("manifests", reference);
    }

    private static HttpCall accepting(HttpCall call) {
        HttpCall accepting = call;
        for (String type : ACCEPTED) {
            accepting = accepting.with("Accept", type);
        }
        return accepting;
    }

    @Override
    public RemoteBlob blob(Descriptor descriptor, long offset) throws PullException {
        if (offset < 0 || (offset > 0 && offset >= descriptor.size())) {
            throw new IllegalArgumentException("the offset " + offset + " is not inside the blob");
        }
        if (!descriptor.urls().isEmpty() && ContentTypes.foreign(descriptor.mediaType())) {
            throw new PullException(new PullFailure.Unsupported(
                    repository.toString(),
                    "the layer " + descriptor.digest() + " is foreign; the URLs it names are not fetched"));
        }
        return blobs.open(descriptor, offset);
    }

    @Override
    public byte[] smallBlob(Descriptor descriptor, int max) throws PullException {
        if (descriptor.size() > max) {
            throw new PullException(new PullFailure.TooLarge(
                    repository.toString(), "the blob " + descriptor.digest() + " has " + descriptor.size() + " bytes"));
        }
        try (RemoteBlob remote = blob(descriptor, 0)) {
            byte[] bytes = remote.body().readAllBytes(); // never more than the descriptor says
            Digests.require(descriptor.digest(), bytes, repository.toString());
            return bytes;
        } catch (PullException e) {
            throw e;
        } catch (IOException e) {
            throw new PullException(new PullFailure.Unreachable(repository.toString(), "the connection broke off"), e);
        }
    }

    @Override
    public Optional<List<byte[]>> signatures(Digest manifest) throws PullException {
        return new SignatureExtension(session).signatures(manifest);
    }

    @Override
    public Optional<byte[]> file(URI url, int max) throws PullException {
        try (HttpAnswer answer = session.sendWithoutProof(HttpCall.get(Url.of(url)))) {
            return switch (answer.status()) {
                case 200 -> Optional.of(answer.bytes(max));
                case 404 -> Optional.empty();
                default -> throw new PullException(RegistryFailures.ofOther(answer));
            };
        }
    }
}
