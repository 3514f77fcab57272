package dev.truename.pull.signature;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.jspecify.annotations.Nullable;

/// An OpenPGP message with one signature and what it signs, and nothing else; compressed at most once (RFC 4880,
/// 11.3).
///
/// Trust: nothing of it is verified.
final class SignedMessage {
    /// Some five hundred times of what a signature says of an image.
    private static final int MAX_CONTENT = 256 << 10;

    /// With the signature packets beside it.
    private static final int MAX_INFLATED = 512 << 10;

    private final PGPSignature signature;
    private final byte[] content;

    private SignedMessage(PGPSignature signature, byte[] content) {
        this.signature = requireNonNull(signature);
        this.content = content;
    }

    PGPSignature signature() {
        return signature;
    }

    /// What is signed.
    byte[] content() {
        return content.clone();
    }

    static SignedMessage parse(byte[] bytes) throws RejectedSignatureException {
        try {
            return read(bytes, true);
        } catch (IOException | DataFormatException | RuntimeException e) { // the library's own of what is malformed
            throw rejected("it cannot be read");
        }
    }

    private static SignedMessage read(byte[] bytes, boolean mayBeCompressed)
            throws IOException, DataFormatException, RejectedSignatureException {
        InputStream in = new ByteArrayInputStream(bytes);
        PGPObjectFactory packets = new PGPObjectFactory(in, new BcKeyFingerprintCalculator());
        @Nullable Object first = packets.nextObject();
        if (first instanceof PGPCompressedData compressed && mayBeCompressed) {
            byte[] inflated = inflate(compressed);
            requireEnd(packets, in);
            return read(inflated, false);
        }
        if (first instanceof PGPOnePassSignatureList announced) {
            return announced(announced, packets, in);
        }
        if (first instanceof PGPSignatureList signatures) {
            byte[] content = content(packets.nextObject());
            requireEnd(packets, in);
            return new SignedMessage(only(signatures), content);
        }
        throw rejected("it does not start with a signature");
    }

    private static SignedMessage announced(PGPOnePassSignatureList list, PGPObjectFactory packets, InputStream in)
            throws IOException, RejectedSignatureException {
        if (list.size() != 1) {
            throw rejected("it has several signatures");
        }
        PGPOnePassSignature announced = list.get(0);
        byte[] content = content(packets.nextObject());
        if (!(packets.nextObject() instanceof PGPSignatureList signatures)) {
            throw rejected("behind what it signs there is no signature");
        }
        requireEnd(packets, in);
        PGPSignature signature = only(signatures);
        if (announced.getKeyID() != signature.getKeyID()
                || announced.getHashAlgorithm() != signature.getHashAlgorithm()
                || announced.getKeyAlgorithm() != signature.getKeyAlgorithm()
                || announced.getSignatureType() != signature.getSignatureType()) {
            throw rejected("it announces another signature than it has");
        }
        return new SignedMessage(signature, content);
    }

    private static PGPSignature only(PGPSignatureList signatures) throws RejectedSignatureException {
        if (signatures.size() != 1) {
            throw rejected("it has several signatures");
        }
        return signatures.get(0);
    }

    private static byte[] content(@Nullable Object packet) throws IOException, RejectedSignatureException {
        if (!(packet instanceof PGPLiteralData literal)) {
            throw rejected("it signs nothing that is in it");
        }
        byte[] content = literal.getInputStream().readNBytes(MAX_CONTENT + 1);
        if (content.length > MAX_CONTENT) {
            throw rejected("it signs more than " + MAX_CONTENT + " bytes");
        }
        return content;
    }

    private static void requireEnd(PGPObjectFactory packets, InputStream in)
            throws IOException, RejectedSignatureException {
        if (packets.nextObject() != null || in.read() >= 0) {
            throw rejected("there is something behind its end");
        }
    }

    /// By the JDK, which tells what is behind the end of the compressed data.
    private static byte[] inflate(PGPCompressedData compressed)
            throws IOException, DataFormatException, RejectedSignatureException {
        int algorithm = compressed.getAlgorithm();
        if (algorithm != CompressionAlgorithmTags.ZIP && algorithm != CompressionAlgorithmTags.ZLIB) {
            throw rejected("it is compressed in a way that is not read here (algorithm " + algorithm + ")");
        }
        byte[] packed = compressed.getInputStream().readAllBytes();
        try (Inflater inflater = new Inflater(algorithm == CompressionAlgorithmTags.ZIP)) {
            inflater.setInput(packed);
            byte[] content = new byte[MAX_INFLATED + 1];
            int length = 0;
            while (!inflater.finished() && length < content.length) {
                int more = inflater.inflate(content, length, content.length - length);
                if (more == 0 && !inflater.finished()) {
                    throw rejected("its compressed data break off");
                }
                length += more;
            }
            if (length > MAX_INFLATED) {
                throw rejected("it holds more than " + MAX_INFLATED + " bytes");
            }
            if (inflater.getRemaining() != 0) {
                throw rejected("there is something behind its end");
            }
            return Arrays.copyOf(content, length);
        }
    }

    private static RejectedSignatureException rejected(String why) {
        return new RejectedSignatureException("it is not a signed OpenPGP message as it should be: " + why);
    }
}
