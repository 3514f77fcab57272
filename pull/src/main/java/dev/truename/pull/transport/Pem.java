package dev.truename.pull.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A file of PEM blocks (RFC 7468). Text between blocks is passed over.
record Pem(Path file, List<Block> blocks) {
    private static final int MAX = 8 << 20;
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    /// @param label such as `CERTIFICATE`
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Block(String label, byte[] der) {}

    /// @throws PullException as `Tls` if it cannot be read
    static Pem read(Path file) throws PullException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX + 1);
            if (bytes.length > MAX) {
                throw failed(file, "the file is larger than 8 MiB", null);
            }
            return new Pem(file, blocks(new String(bytes, ISO_8859_1)));
        } catch (PullException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw failed(file, "the file cannot be read as PEM", e);
        }
    }

    private static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int labelEnd = text.indexOf(DASHES, begin + BEGIN.length());
            int end = labelEnd < 0 ? -1 : text.indexOf(END, labelEnd);
            if (end < 0) {
                throw new IllegalArgumentException("a block does not end");
            }
            String body = text.substring(labelEnd + DASHES.length(), end);
            blocks.add(new Block(text.substring(begin + BEGIN.length(), labelEnd), decode(body)));
            begin = text.indexOf(BEGIN, end);
        }
        return blocks;
    }

    /// The bytes of a block; none of one with header lines, as encrypted keys of the old kind have.
    private static byte[] decode(String body) {
        return body.indexOf(':') >= 0 ? new byte[0] : Base64.getMimeDecoder().decode(body);
    }

    /// The certificates in it, in order.
    List<X509Certificate> certificates() throws PullException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (byte[] der : certificateBlocks()) {
            certificates.add(certificate(der));
        }
        return certificates;
    }

    /// The same, not read yet.
    List<byte[]> certificateBlocks() {
        List<byte[]> certificates = new ArrayList<>();
        for (Block block : blocks) {
            if (block.label().equals("CERTIFICATE") || block.label().equals("TRUSTED CERTIFICATE")) {
                certificates.add(block.der());
            }
        }
        return certificates;
    }

    /// Reads one of its certificates.
    X509Certificate certificate(byte[] der) throws PullException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw failed(file, "a certificate in it cannot be read", e);
        }
    }

    /// The first private key in it.
    PrivateKey privateKey() throws PullException {
        for (Block block : blocks) {
            if (block.label().endsWith("PRIVATE KEY")) {
                try {
                    return PrivateKeys.read(block.label(), block.der());
                } catch (GeneralSecurityException | IllegalArgumentException e) {
                    throw failed(file, "the private key cannot be read; use PKCS#8, PKCS#1 or SEC1, unencrypted", e);
                }
            }
        }
        throw failed(file, "there is no private key in it", null);
    }

    static PullException failed(Path file, String detail, @org.jspecify.annotations.Nullable Exception cause) {
        return new PullException(new PullFailure.Tls(file.toString(), detail), cause);
    }
}
