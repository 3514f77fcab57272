package dev.truename.pull.policy;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import dev.truename.names.reference.ShortName;
import java.util.Locale;
import java.util.Optional;

/// Which names a signature may give for an image (containers-policy.json(5), "signedIdentity"). Names are compared as
/// Docker normalises them; one without tag and digest is accepted only where repositories alone are compared.
///
/// Trust: the image is what somebody asked for, never what a mirror is called.
public sealed interface SignedIdentity {
    /// Whether a signature that names `signed` is one for `image`.
    ///
    /// @param image with a tag or a digest, and not with both
    /// @param signed as the signature has it
    boolean accepts(Qualified image, String signed);

    /// The same name, tag or digest included.
    record Exact() implements SignedIdentity {
        @Override
        public boolean accepts(Qualified image, String signed) {
            return exact(signed).filter(image::equals).isPresent();
        }
    }

    /// The same name with the same tag; of an image that is named by digest the same repository, whatever the tag.
    record RepoDigestOrExact() implements SignedIdentity {
        @Override
        public boolean accepts(Qualified image, String signed) {
            return exact(signed)
                    .filter(name -> image.digest().isPresent()
                            ? name.repository().equals(image.repository())
                            : name.equals(image))
                    .isPresent();
        }
    }

    /// The same repository.
    record SameRepository() implements SignedIdentity {
        @Override
        public boolean accepts(Qualified image, String signed) {
            return parsed(signed)
                    .filter(name -> name.repository().equals(image.repository()))
                    .isPresent();
        }
    }

    /// One name that the policy gives, whatever the image is called.
    record ExactReference(Qualified wanted) implements SignedIdentity {
        public ExactReference {
            requireNonNull(wanted);
        }

        @Override
        public boolean accepts(Qualified image, String signed) {
            return exact(signed).filter(wanted::equals).isPresent();
        }
    }

    /// One repository that the policy gives, whatever the image is called.
    record ExactRepository(Repository wanted) implements SignedIdentity {
        public ExactRepository {
            requireNonNull(wanted);
        }

        @Override
        public boolean accepts(Qualified image, String signed) {
            return parsed(signed)
                    .filter(name -> name.repository().equals(wanted))
                    .isPresent();
        }
    }

    /// As [RepoDigestOrExact], after a prefix of the image's name is replaced by the one that its signatures have.
    ///
    /// @param prefix a host or repository; what it ends in is a whole component
    record Remapped(String prefix, String signedPrefix) implements SignedIdentity {
        public Remapped {
            requireNonNull(prefix);
            requireNonNull(signedPrefix);
        }

        @Override
        public boolean accepts(Qualified image, String signed) {
            return remapped(image)
                    .filter(name -> new RepoDigestOrExact().accepts(name, signed))
                    .isPresent();
        }

        private Optional<Qualified> remapped(Qualified image) {
            String name = image.repository().toString();
            if (!name.equals(prefix) && !name.startsWith(prefix + "/")) {
                return Optional.of(image);
            }
            String other = signedPrefix + image.toString().substring(prefix.length());
            try {
                return Optional.of(Qualified.parse(other))
                        .filter(parsed -> parsed.toString().equals(other));
            } catch (InvalidReferenceException e) {
                return Optional.empty();
            }
        }
    }

    private static Optional<Qualified> exact(String signed) {
        return parsed(signed)
                .filter(name -> name.tag().isPresent() || name.digest().isPresent());
    }

    /// A name as Docker takes it: one without a host is Docker Hub's. Hosts are not compared without regard to case.
    static Optional<Qualified> parsed(String text) {
        int slash = text.indexOf('/');
        String first = text.substring(0, Math.max(slash, 0));
        if (!first.equals(first.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        try {
            ImageReference reference = ImageReference.parse(text);
            return Optional.of(
                    reference instanceof Qualified qualified
                            ? qualified
                            : ((ShortName) reference).at(Repository.DOCKER_HUB));
        } catch (InvalidReferenceException e) {
            return Optional.empty();
        }
    }
}
