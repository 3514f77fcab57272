package dev.truename.cri.name;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.ShortName;
import java.util.Optional;

/// What a caller wrote to mean an image of the node.
public sealed interface ImageText {
    /// So many hex digits may be the start of an id. Fewer, such as `cafe`, are somebody's name: whoever squats
    /// on ids must not be run in its place.
    int SHORTEST_PREFIX = 8;

    /// An image's id, with or without `sha256:` in front. To be handed on as it is.
    record Id(Digest id) implements ImageText {
        public Id {
            requireNonNull(id);
        }
    }

    /// The start of an id, which says so: `sha256:` and hex digits.
    record IdPrefix(String hex) implements ImageText {
        public IdPrefix {
            requireNonNull(hex);
        }
    }

    /// A name.
    ///
    /// @param idPrefix the same text as hex digits, where it may be the start of an id if no image has the name
    record Name(ImageReference reference, Optional<String> idPrefix) implements ImageText {
        public Name {
            requireNonNull(reference);
            requireNonNull(idPrefix);
        }
    }

    /// Costs time linear in the text's length.
    ///
    /// @throws InvalidReferenceException if it is none of them
    static ImageText parse(String text) {
        String algorithm = Digest.Algorithm.SHA256.id() + ":";
        boolean marked = text.startsWith(algorithm);
        String hex = marked ? text.substring(algorithm.length()) : text;
        int whole = Digest.Algorithm.SHA256.hexLength();
        if (isHex(hex, whole, whole)) {
            return new Id(new Digest(Digest.Algorithm.SHA256, hex));
        }
        boolean prefix = isHex(hex, SHORTEST_PREFIX, whole - 1);
        if (marked && prefix) {
            return new IdPrefix(hex);
        }
        ImageReference reference = ImageReference.parse(text);
        boolean bare = reference instanceof ShortName name && name.path().equals(text);
        return new Name(reference, prefix && bare ? Optional.of(hex) : Optional.empty());
    }

    private static boolean isHex(String text, int least, int most) {
        return text.length() >= least
                && text.length() <= most
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
