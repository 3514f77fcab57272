package dev.truename.pull.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/// Issuer and subject of a certificate, as they are encoded (RFC 5280, 4.1), found without reading the rest.
///
/// @param issuer a character for each byte
/// @param subject a character for each byte
record CertificateNames(String issuer, String subject) {
    private static final int SEQUENCE = 0x30;
    private static final int VERSION = 0xa0;
    private static final int LENGTH_BYTES = 3;

    /// @param certificate in DER; what stands behind it is passed over
    /// @return nothing if this is no certificate
    static Optional<CertificateNames> of(byte[] certificate) {
        try {
            Cursor outer = new Cursor(certificate, 0, certificate.length);
            Cursor fields = outer.enter().enter();
            if (fields.tag() == VERSION) {
                fields.skip();
            }
            fields.skip(); // serial number
            fields.skip(); // signature algorithm
            String issuer = fields.name();
            fields.skip(); // validity
            return Optional.of(new CertificateNames(issuer, fields.name()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Goes from value to value (X.690, 8.1).
    private static final class Cursor {
        private final byte[] der;
        private final int end;
        private int at;

        Cursor(byte[] der, int at, int end) {
            this.der = der;
            this.at = at;
            this.end = end;
        }

        int tag() {
            return octet(at);
        }

        /// Into the sequence that is here.
        Cursor enter() {
            if (tag() != SEQUENCE) {
                throw new IllegalArgumentException();
            }
            int next = next();
            return new Cursor(der, content(), next);
        }

        void skip() {
            at = next();
        }

        /// The name that is here, and past it.
        String name() {
            if (tag() != SEQUENCE) {
                throw new IllegalArgumentException();
            }
            int begin = at;
            skip();
            return new String(der, begin, at - begin, ISO_8859_1);
        }

        private int content() {
            int first = octet(at + 1);
            return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
        }

        private int next() {
            int length = octet(at + 1);
            if (length >= 0x80) {
                int octets = length & 0x7f;
                if (octets == 0 || octets > LENGTH_BYTES) {
                    throw new IllegalArgumentException();
                }
                length = 0;
                for (int i = 0; i < octets; i++) {
                    length = length << 8 | octet(at + 2 + i);
                }
            }
            int next = content() + length;
            if (next > end) {
                throw new IllegalArgumentException();
            }
            return next;
        }

        private int octet(int place) {
            if (place >= end) {
                throw new IllegalArgumentException();
            }
            return der[place] & 0xff;
        }
    }
}
