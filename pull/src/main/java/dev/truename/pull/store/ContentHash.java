package dev.truename.pull.store;

import dev.truename.names.reference.Digest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;

/// A digest in the making.
final class ContentHash {
    /// What SHA-256 takes at once, in bytes.
    private static final int BLOCK = 64;

    /// So that every call but the first has both whole blocks and one that is put together from two calls, which other
    /// code hashes.
    private static final int WARM_UP_BYTES = 2 * BLOCK + 1;

    /// Calls enough to have it compiled, in rounds: while the compiler works, further calls would only be slow.
    private static final int WARM_UP_ROUNDS = 20;

    private static final int WARM_UP_CALLS = 8;
    private static final long WARM_UP_PAUSE_NANOS = 500_000;

    private final Digest.Algorithm algorithm;
    private final MessageDigest digest;

    ContentHash(Digest.Algorithm algorithm) {
        this.algorithm = algorithm;
        this.digest = algorithm == Digest.Algorithm.SHA256 ? sha256() : looked(algorithm);
    }

    private static MessageDigest sha256() {
        try {
            return (MessageDigest) Sha256.UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            return looked(Digest.Algorithm.SHA256);
        }
    }

    private static MessageDigest looked(Digest.Algorithm algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.javaName());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm.javaName(), e);
        }
    }

    /// What is cloned for each blob: to look through the providers for who can hash takes a cold process longer.
    private static final class Sha256 {
        static final MessageDigest UNUSED = looked(Digest.Algorithm.SHA256);
    }

    /// Has the hashing compiled on a thread of its own, for a process that is about to pull and has not hashed yet:
    /// until then a blob is hashed at a fiftieth of the speed. Small pieces, since calls are counted.
    static void warmUp() {
        Thread.ofPlatform().daemon().name("warm-up").start(() -> {
            ContentHash hash = new ContentHash(Digest.Algorithm.SHA256);
            byte[] bytes = new byte[WARM_UP_BYTES];
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                for (int i = 0; i < WARM_UP_CALLS; i++) {
                    hash.update(bytes, 0, bytes.length);
                }
                LockSupport.parkNanos(WARM_UP_PAUSE_NANOS);
            }
        });
    }

    void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    /// The digest of all bytes so far; starts over.
    Digest finish() {
        return new Digest(algorithm, finishAsHex());
    }

    /// The same without its algorithm, for who only compares.
    String finishAsHex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    void reset() {
        digest.reset();
    }
}
