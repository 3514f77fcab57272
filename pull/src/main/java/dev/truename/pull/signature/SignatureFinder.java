package dev.truename.pull.signature;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.Finding;
import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.distribution.RemoteRepository;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.policy.SignatureStorage;
import dev.truename.pull.transport.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fetches the signatures of a manifest: from its registry where that keeps some itself, or else from the lookaside
/// that `registries.d` names for the source. All of them are fetched, or it fails: whoever has one signature that
/// can be read and one that cannot is refused, as by the reference.
final class SignatureFinder {
    /// As many as the reference looks at.
    private static final int MOST = 128;

    private static final int MAX = 4 << 20;
    private static final int MAX_ALL = 16 << 20;

    private final SignatureStorage storage;

    SignatureFinder(SignatureStorage storage) {
        this.storage = requireNonNull(storage);
    }

    /// What was found.
    ///
    /// @param messages OpenPGP's, in order; signatures of other kinds are not among them
    /// @param place where it was looked, to be shown
    record Found(List<byte[]> messages, String place) {
        Found {
            messages = List.copyOf(messages);
            requireNonNull(place);
        }
    }

    /// @param source the image as its source has it
    /// @throws PullException if it cannot be known which signatures there are
    Found find(Digest manifest, Qualified source, RemoteRepository repository) throws PullException {
        Optional<List<byte[]>> kept = repository.signatures(manifest);
        if (kept.isPresent()) {
            if (kept.get().size() > MOST) {
                throw tooMany(repository.repository().toString());
            }
            return new Found(
                    kept.get(), "the registry " + repository.repository().host());
        }
        return beside(SignatureLocation.of(source, storage).manifest(manifest), repository);
    }

    private static Found beside(URI base, RemoteRepository repository) throws PullException {
        List<byte[]> messages = new ArrayList<>();
        int bytes = 0;
        for (int number = 1; ; number++) {
            URI url = URI.create(base + "/signature-" + number);
            Optional<byte[]> signature =
                    "file".equals(url.getScheme()) ? local(Path.of(url)) : repository.file(url, MAX);
            if (signature.isEmpty()) {
                return new Found(messages, Shown.url(base));
            }
            bytes += signature.get().length;
            if (number >= MOST || bytes > MAX_ALL) {
                throw tooMany(Shown.url(base));
            }
            SignatureBlob.message(signature.get(), Shown.url(url)).ifPresent(messages::add);
        }
    }

    private static Optional<byte[]> local(Path file) throws PullException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX + 1);
            if (bytes.length > MAX) {
                throw new PullException(
                        new PullFailure.TooLarge(file.toString(), "the signature is larger than " + MAX + " bytes"));
            }
            return Optional.of(bytes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new PullException(new PullFailure.Unverified(file.toString(), "the signature cannot be read"), e);
        }
    }

    private static PullException tooMany(String place) {
        return new PullException(new PullFailure.TooLarge(
                place, "there are more signatures than anybody needs: " + MOST + " or more, or " + MAX_ALL + " bytes"));
    }

    static PullException unusable(ConfigurationException e) {
        Finding first = e.errors().getFirst();
        return new PullException(new PullFailure.Unverified(
                first.place(), "where signatures are cannot be known: " + first.message() + " (" + first.fix() + ")"));
    }
}
