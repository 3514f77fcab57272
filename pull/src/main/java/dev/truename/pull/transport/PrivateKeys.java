package dev.truename.pull.transport;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Private keys in the three forms that tools write: PKCS#8 (RFC 5958), PKCS#1 (RFC 8017) and SEC1 (RFC 5915). The last
/// two are wrapped into the first, which is what Java reads.
final class PrivateKeys {
    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final byte[] EC_OID = HexFormat.of().parseHex("06072a8648ce3d0201");
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int EC_PARAMETERS = 0xa0;

    private PrivateKeys() {}

    /// @param label of its PEM block
    static PrivateKey read(String label, byte[] der) throws GeneralSecurityException {
        return switch (label) {
            case "RSA PRIVATE KEY" -> parse("RSA", wrap(RSA, der));
            case "EC PRIVATE KEY" -> parse("EC", wrap(element(SEQUENCE, concat(EC_OID, curve(der))), der));
            case "PRIVATE KEY" -> parseAny(der);
            default -> throw new InvalidKeySpecException("a private key of an unknown or encrypted kind");
        };
    }

    private static PrivateKey parseAny(byte[] der) throws GeneralSecurityException {
        List<InvalidKeySpecException> refusals = new ArrayList<>();
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return parse(algorithm, der);
            } catch (InvalidKeySpecException e) {
                refusals.add(e);
            }
        }
        throw new InvalidKeySpecException("the key is neither RSA, EC nor EdDSA", refusals.getFirst());
    }

    private static PrivateKey parse(String algorithm, byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static byte[] wrap(byte[] algorithm, byte[] key) {
        return element(SEQUENCE, concat(VERSION_0, algorithm, element(OCTETS, key)));
    }

    /// The curve's name: `ECPrivateKey ::= SEQUENCE { version, privateKey, [0] parameters, [1] publicKey }`.
    private static byte[] curve(byte[] sec1) throws InvalidKeySpecException {
        int at = contentStart(sec1, 0);
        while (at < sec1.length) {
            int start = contentStart(sec1, at);
            int end = start + contentLength(sec1, at);
            if ((sec1[at] & 0xff) == EC_PARAMETERS) {
                return Arrays.copyOfRange(sec1, start, end);
            }
            at = end;
        }
        throw new InvalidKeySpecException("the key does not name its curve");
    }

    private static int contentStart(byte[] der, int at) throws InvalidKeySpecException {
        require(at + 1 < der.length);
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int contentLength(byte[] der, int at) throws InvalidKeySpecException {
        int first = der[at + 1] & 0xff;
        int start = contentStart(der, at);
        int length = first < 0x80 ? first : 0;
        require(start - at <= 5 && start <= der.length);
        for (int i = at + 2; i < start; i++) {
            length = length << 8 | (der[i] & 0xff);
        }
        require(length >= 0 && length <= der.length - start);
        return length;
    }

    private static void require(boolean wellFormed) throws InvalidKeySpecException {
        if (!wellFormed) {
            throw new InvalidKeySpecException("the key is no DER");
        }
    }

    private static byte[] element(int tag, byte[] content) {
        int length = content.length;
        byte[] head = length < 0x80
                ? new byte[] {(byte) tag, (byte) length}
                : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        return concat(head, content);
    }

    private static byte[] concat(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
