package dev.truename.pull.signature;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.Origin;
import dev.truename.names.config.Sourced;
import dev.truename.names.lookaside.Lookasides;
import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.policy.SignatureStorage;
import dev.truename.pull.transport.Shown;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the signatures of one repository are, if its registry keeps none itself.
///
/// @param repository `BASE/REPOSITORY`; a manifest's are below `BASE/REPOSITORY@ALGORITHM=HEX`
/// @param origin who says so; none where nobody does, and the place is the one that counts then
public record SignatureLocation(URI repository, Optional<Origin> origin) {
    public SignatureLocation {
        requireNonNull(repository);
        requireNonNull(origin);
    }

    /// @param source the image as its source has it, which is a mirror's name where a mirror gives it
    /// @throws PullException as `Unverified` if that cannot be known
    public static SignatureLocation of(Qualified source, SignatureStorage storage) throws PullException {
        try {
            Optional<Sourced<String>> written =
                    Lookasides.read(storage.folder()).of(source);
            String path = "/" + source.repository().path();
            return written.isPresent()
                    ? new SignatureLocation(
                            URI.create(usable(written.get()) + path),
                            Optional.of(written.get().origin()))
                    : new SignatureLocation(
                            URI.create("file://" + storage.otherwise().toUri().getRawPath() + path), Optional.empty());
        } catch (ConfigurationException e) {
            throw SignatureFinder.unusable(e);
        }
    }

    /// Where the signatures of a manifest are: `signature-1` and so on, until there is none.
    URI manifest(Digest digest) {
        return URI.create(repository + "@" + digest.algorithm().id() + "=" + digest.hex());
    }

    /// A URL to which a path can be appended.
    private static String usable(Sourced<String> written) throws PullException {
        try {
            URI url = new URI(written.value());
            boolean web = ("https".equals(url.getScheme()) || "http".equals(url.getScheme())) && url.getHost() != null;
            boolean file = "file".equals(url.getScheme()) && url.getPath() != null;
            if ((web || file)
                    && url.getUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null) {
                return web ? url.toString() : "file://" + url.getRawPath();
            }
        } catch (URISyntaxException e) {
            throw unusable(written, e);
        }
        throw unusable(written, null);
    }

    private static PullException unusable(Sourced<String> written, @Nullable Exception cause) {
        return new PullException(
                new PullFailure.Unverified(
                        written.origin().toString(),
                        "where signatures are cannot be known: \"" + Shown.text(written.value())
                                + "\" is no http, https or file URL without user, query and fragment"),
                cause);
    }
}
