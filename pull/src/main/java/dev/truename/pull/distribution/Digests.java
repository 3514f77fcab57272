package dev.truename.pull.distribution;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Digest.Algorithm;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.transport.HttpAnswer;
import dev.truename.pull.transport.Shown;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Digests of manifests and small blobs: computed here, never taken from the registry.
final class Digests {
    private static final String HEADER = "Docker-Content-Digest";

    private Digests() {}

    /// What the registry says the digest is, if it says so and it is one.
    static Optional<Digest> told(HttpAnswer answer) {
        try {
            return answer.header(HEADER).map(String::strip).map(Digest::parse);
        } catch (InvalidReferenceException e) {
            return Optional.empty();
        }
    }

    /// The digest of the bytes, by the wanted digest's algorithm, else SHA-256.
    ///
    /// @throws PullException as `Mismatch` if it is not the wanted one, or not the one that the registry says
    static Digest checked(HttpAnswer answer, byte[] bytes, Optional<Digest> wanted) throws PullException {
        Digest actual = of(wanted.map(Digest::algorithm).orElse(Algorithm.SHA256), bytes);
        if (wanted.isPresent() && !wanted.get().equals(actual)) {
            throw mismatch(answer, wanted.get().toString(), actual);
        }
        Optional<String> header = answer.header(HEADER);
        if (header.isPresent()) {
            Optional<Digest> told = told(answer);
            if (told.isEmpty() || !told.get().equals(again(actual, told.get().algorithm(), bytes))) {
                throw mismatch(answer, header.get(), actual);
            }
        }
        return actual;
    }

    /// @throws PullException as `Mismatch` if the bytes have another digest
    static void require(Digest wanted, byte[] bytes, String source) throws PullException {
        Digest actual = of(wanted.algorithm(), bytes);
        if (!wanted.equals(actual)) {
            throw new PullException(
                    new PullFailure.Mismatch(source, "the blob has the digest " + actual + ", not " + wanted));
        }
    }

    private static Digest again(Digest known, Algorithm algorithm, byte[] bytes) {
        return known.algorithm() == algorithm ? known : of(algorithm, bytes);
    }

    private static PullException mismatch(HttpAnswer answer, String told, Digest actual) {
        return new PullException(new PullFailure.Mismatch(
                answer.source(), "the manifest has the digest " + actual + ", not " + Shown.text(told)));
    }

    private static Digest of(Algorithm algorithm, byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm.javaName()).digest(bytes);
            return new Digest(algorithm, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-2", e);
        }
    }
}
