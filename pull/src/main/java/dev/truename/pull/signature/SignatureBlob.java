package dev.truename.pull.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// A signature as it is stored: an OpenPGP message as it is, or any kind with its name in front.
final class SignatureBlob {
    /// What messages start with: the packets of compressed data, of a signature that is announced, and of a
    /// signature, in the old and in the new format (RFC 4880, 4.2).
    private static final Set<Integer> STARTS =
            Set.of(0xa0, 0xa1, 0xa2, 0xa3, 0xc8, 0x90, 0x91, 0x92, 0x93, 0xc4, 0x88, 0x89, 0x8a, 0x8b, 0xc2);

    private static final String SIMPLE = "simple-signing";
    private static final String SIGSTORE = "sigstore-json";
    private static final int LONGEST_NAME = 64;

    private SignatureBlob() {}

    /// The OpenPGP message; nothing if the signature is of the other kind that is known.
    ///
    /// @param place where it is from, for messages
    /// @throws PullException if it is of no kind that is known
    static Optional<byte[]> message(byte[] blob, String place) throws PullException {
        if (blob.length > 0 && STARTS.contains(blob[0] & 0xff)) {
            return Optional.of(blob);
        }
        if (blob.length > 0 && blob[0] == 0) {
            int end = 1;
            while (end < blob.length && end <= LONGEST_NAME && blob[end] != '\n') {
                end++;
            }
            String name = new String(blob, 1, end - 1, US_ASCII);
            boolean whole = end < blob.length && blob[end] == '\n';
            if (whole && name.equals(SIMPLE)) {
                return Optional.of(Arrays.copyOfRange(blob, end + 1, blob.length));
            }
            if (whole && name.equals(SIGSTORE)) {
                return Optional.empty();
            }
        }
        throw new PullException(new PullFailure.Unverified(place, "this is not a signature"));
    }
}
