package dev.truename.testkit.content;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Digests as they are written in descriptors.
public final class Digests {
    private Digests() {}

    /// `sha256:HEX` of the bytes.
    public static String sha256(byte[] bytes) {
        return format("SHA-256", messageDigest("SHA-256").digest(bytes));
    }

    /// `sha512:HEX` of the bytes.
    public static String sha512(byte[] bytes) {
        return format("SHA-512", messageDigest("SHA-512").digest(bytes));
    }

    /// `sha256:HEX` of all that the stream still has.
    public static String sha256(InputStream in) throws IOException {
        return format("SHA-256", digest("SHA-256", in));
    }

    /// `sha512:HEX` of all that the stream still has.
    public static String sha512(InputStream in) throws IOException {
        return format("SHA-512", digest("SHA-512", in));
    }

    private static byte[] digest(String javaName, InputStream in) throws IOException {
        MessageDigest digest = messageDigest(javaName);
        byte[] buffer = new byte[1 << 16];
        int read;
        while ((read = in.read(buffer)) >= 0) {
            digest.update(buffer, 0, read);
        }
        return digest.digest();
    }

    private static String format(String javaName, byte[] digest) {
        String id = javaName.equals("SHA-256") ? "sha256" : "sha512";
        return id + ":" + HexFormat.of().formatHex(digest);
    }

    private static MessageDigest messageDigest(String javaName) {
        try {
            return MessageDigest.getInstance(javaName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + javaName, e);
        }
    }
}
