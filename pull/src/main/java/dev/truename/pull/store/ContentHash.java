package dev.truename.pull.store;

import dev.truename.names.reference.Digest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A digest in the making.
final class ContentHash {
    private final Digest.Algorithm algorithm;
    private final MessageDigest digest;

    ContentHash(Digest.Algorithm algorithm) {
        this.algorithm = algorithm;
        try {
            this.digest = MessageDigest.getInstance(algorithm.javaName());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm.javaName(), e);
        }
    }

    void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    /// The digest of all bytes so far; starts over.
    Digest finish() {
        return new Digest(algorithm, HexFormat.of().formatHex(digest.digest()));
    }

    void reset() {
        digest.reset();
    }
}
