package dev.truename.testkit.access;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;

/// Names keys as the distribution project's token specification does (`kid`): SHA-256 of the public key in DER form,
/// its first 240 bits, in base32 in twelve groups parted by colons.
final class KeyIds {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 240;
    private static final int DIGIT = 5;
    private static final int GROUP = 20;

    private KeyIds() {}

    static String of(PublicKey key) {
        byte[] hash = sha256(key.getEncoded());
        StringBuilder id = new StringBuilder();
        for (int bit = 0; bit < BITS; bit += DIGIT) {
            if (bit > 0 && bit % GROUP == 0) {
                id.append(':');
            }
            id.append(BASE32.charAt(fiveBits(hash, bit)));
        }
        return id.toString();
    }

    private static int fiveBits(byte[] bytes, int from) {
        int pair = (bytes[from / 8] & 0xff) << 8 | (bytes[from / 8 + 1] & 0xff);
        return (pair >> (16 - DIGIT - from % 8)) & 0x1f;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
