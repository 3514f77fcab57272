package dev.truename.names.reference;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// A content digest, `algorithm:hex` with lower-case hex of exactly the algorithm's length.
///
/// Only algorithms that are safe to trust exist here, so a path or URL made from a digest never holds anything but
/// the algorithm's name and hex digits (OCI image specification, descriptor.md, "Digests").
///
/// @param hex lower-case, [Algorithm#hexLength()] characters
public record Digest(Algorithm algorithm, String hex) {
    /// The registered algorithms, and no others.
    public enum Algorithm {
        SHA256("sha256", "SHA-256", 64),
        SHA384("sha384", "SHA-384", 96),
        SHA512("sha512", "SHA-512", 128);

        private final String id;
        private final String javaName;
        private final int hexLength;

        Algorithm(String id, String javaName, int hexLength) {
            this.id = id;
            this.javaName = javaName;
            this.hexLength = hexLength;
        }

        /// The name used in a digest, such as `sha256`.
        public String id() {
            return id;
        }

        /// The name by which [java.security.MessageDigest] knows it.
        public String javaName() {
            return javaName;
        }

        /// How many hex digits a digest of this algorithm has.
        public int hexLength() {
            return hexLength;
        }
    }

    public Digest {
        requireNonNull(algorithm);
        if (hex.length() != algorithm.hexLength()) {
            throw new InvalidReferenceException(
                    hex, "a " + algorithm.id() + " digest has " + algorithm.hexLength() + " hex digits");
        }
        if (!Characters.isLowerHex(hex, 0, hex.length())) {
            throw new InvalidReferenceException(hex, "a digest has lower-case hex digits only");
        }
    }

    /// Reads `algorithm:hex`.
    ///
    /// @throws InvalidReferenceException for an unknown algorithm, a wrong length, or anything but lower-case hex
    public static Digest parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new InvalidReferenceException(text, "a digest is ALGORITHM:HEX");
        }
        for (Algorithm algorithm : Algorithm.values()) {
            if (algorithm.id().length() == colon && text.startsWith(algorithm.id())) {
                return new Digest(algorithm, text.substring(colon + 1));
            }
        }
        throw new InvalidReferenceException(text, "the digest's algorithm is not sha256, sha384 or sha512");
    }

    // By hand, see docs/decisions/0013: what records have of themselves is linked when it first runs.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Digest that && algorithm == that.algorithm && hex.equals(that.hex);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    @Override
    public String toString() {
        return algorithm.id() + ":" + hex;
    }
}
