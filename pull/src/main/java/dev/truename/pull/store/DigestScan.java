package dev.truename.pull.store;

import dev.truename.names.reference.Digest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/// Finds digests in text of any kind, so that a prune keeps what a manifest of a kind that nobody here knows refers to.
final class DigestScan {
    private DigestScan() {}

    /// Every `ALGORITHM:HEX` that stands in the bytes.
    static Set<Digest> of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Set<Digest> found = new HashSet<>();
        for (Digest.Algorithm algorithm : Digest.Algorithm.values()) {
            String prefix = algorithm.id() + ":";
            for (int at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
                int from = at + prefix.length();
                int to = from + algorithm.hexLength();
                if (to <= text.length() && isHex(text, from, to)) {
                    found.add(new Digest(algorithm, text.substring(from, to)));
                }
            }
        }
        return found;
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
