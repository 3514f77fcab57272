package dev.truename.pull.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.util.encoders.Hex;
import org.jspecify.annotations.Nullable;

/// The keys that one requirement names. A key that is given twice is one, with all that either copy says of it.
final class TrustedKeys {
    private static final String BEGIN = "-----BEGIN PGP PUBLIC KEY BLOCK-----";
    private static final String END = "-----END PGP PUBLIC KEY BLOCK-----";
    private static final int MOST_KEYS = 1000;
    private static final int HIGH_BIT = 0x80;

    private final Map<String, PGPPublicKeyRing> rings = new LinkedHashMap<>();
    private int unreadable;

    private TrustedKeys() {}

    /// Reads keys, in binary form or as any number of armored blocks with text around them. What cannot be read is no
    /// key of anybody, and takes none of the others with it.
    static TrustedKeys read(List<byte[]> sources) {
        TrustedKeys keys = new TrustedKeys();
        for (byte[] source : sources) {
            if (source.length > 0 && (source[0] & HIGH_BIT) != 0) {
                keys.addAll(new ByteArrayInputStream(source));
            } else {
                keys.addArmored(new String(source, ISO_8859_1));
            }
        }
        return keys;
    }

    boolean isEmpty() {
        return rings.isEmpty();
    }

    /// How many blocks could not be read.
    int unreadable() {
        return unreadable;
    }

    /// The keys that have a key of this id, as a primary key or below one.
    List<KeyState> having(long id) {
        List<KeyState> found = new ArrayList<>();
        for (PGPPublicKeyRing ring : rings.values()) {
            if (ring.getPublicKey(id) != null) {
                found.add(new KeyState(ring, id));
            }
        }
        return found;
    }

    private void addArmored(String text) {
        int start = text.indexOf(BEGIN);
        while (start >= 0) {
            int end = text.indexOf(END, start);
            int stop = end < 0 ? text.length() : end + END.length();
            byte[] block = (text.substring(start, stop) + "\n").getBytes(ISO_8859_1);
            try {
                addAll(new ArmoredInputStream(new ByteArrayInputStream(block)));
            } catch (IOException | RuntimeException e) { // the library's own of what is malformed
                unreadable++;
            }
            start = text.indexOf(BEGIN, stop);
        }
    }

    private void addAll(InputStream in) {
        PGPObjectFactory packets = new PGPObjectFactory(in, new BcKeyFingerprintCalculator());
        try {
            for (@Nullable Object packet = packets.nextObject(); packet != null; packet = packets.nextObject()) {
                if (packet instanceof PGPPublicKeyRing ring && rings.size() < MOST_KEYS) {
                    add(ring);
                } else {
                    unreadable++;
                }
            }
        } catch (IOException | PGPException | RuntimeException e) { // as above
            unreadable++;
        }
    }

    private void add(PGPPublicKeyRing ring) throws PGPException {
        String fingerprint = Hex.toHexString(ring.getPublicKey().getFingerprint());
        @Nullable PGPPublicKeyRing known = rings.get(fingerprint);
        rings.put(fingerprint, known == null ? ring : PGPPublicKeyRing.join(known, ring));
    }
}
