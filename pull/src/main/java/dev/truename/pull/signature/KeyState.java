package dev.truename.pull.signature;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.OpenPGPImplementation;
import org.bouncycastle.openpgp.api.OpenPGPPolicy;
import org.bouncycastle.openpgp.api.OpenPGPSignature.OpenPGPDocumentSignature;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPImplementation;
import org.bouncycastle.openpgp.operator.PGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.bouncycastle.util.encoders.Hex;
import org.jspecify.annotations.Nullable;

/// A key, perhaps below a primary one, and whether its signatures count now.
///
/// What binds it, what it is for, and which algorithms are good enough is for the library to say. Beyond that a key
/// that has expired or was revoked is no key of anybody, whenever the signature was made and whatever the reason
/// was: as for GnuPG, and stricter than the standard.
final class KeyState {
    private static final int VERSION = 4;
    private static final List<Integer> CERTIFICATIONS = List.of(
            PGPSignature.DEFAULT_CERTIFICATION,
            PGPSignature.NO_CERTIFICATION,
            PGPSignature.CASUAL_CERTIFICATION,
            PGPSignature.POSITIVE_CERTIFICATION);

    /// Made once: its policy reads dates with the names of time zones, which takes half a second of a cold process.
    private static final OpenPGPImplementation LIBRARY = new BcOpenPGPImplementation();

    /// Has the library made ready.
    static void prepare() {
        requireNonNull(LIBRARY);
    }

    private final OpenPGPPolicy policy = LIBRARY.policy();
    private final PGPContentVerifierBuilderProvider verifiers = new BcPGPContentVerifierBuilderProvider();
    private final OpenPGPCertificate certificate;
    private final PGPPublicKey primary;
    private final PGPPublicKey key;
    private final boolean below;

    /// @param id of a key that the ring has
    KeyState(PGPPublicKeyRing ring, long id) {
        this.certificate = new OpenPGPCertificate(ring, LIBRARY, policy);
        this.primary = ring.getPublicKey();
        this.key = ring.getPublicKey(id);
        this.below = id != primary.getKeyID();
    }

    /// Of the primary key, in upper-case hex.
    String fingerprint() {
        return Hex.toHexString(primary.getFingerprint()).toUpperCase(Locale.ROOT);
    }

    /// Whether its signature on the message counts.
    ///
    /// @throws RejectedSignatureException if it does not
    void require(SignedMessage message, Instant now) throws RejectedSignatureException {
        PGPSignature signature = message.signature();
        requireKind(signature);
        try {
            signature.init(verifiers, key);
            signature.update(message.content());
            OpenPGPDocumentSignature verified = new OpenPGPDocumentSignature(signature, component());
            if (!verified.verify()) {
                throw rejected("does not fit what it signs");
            }
            requireTimely(signature, now);
            requireLiving(now);
            if (!verified.isValidAt(Date.from(now), policy)) {
                throw rejected("is by a key that may not sign now, or whose own signatures are not good enough");
            }
        } catch (PGPException | RuntimeException e) { // the library's own of what is malformed, too
            throw rejected("cannot be verified");
        }
    }

    private void requireKind(PGPSignature signature) throws RejectedSignatureException {
        if (signature.getSignatureType() != PGPSignature.BINARY_DOCUMENT) {
            throw rejected("is not one on a document");
        }
        if (signature.getVersion() > VERSION || primary.getVersion() != VERSION || key.getVersion() != VERSION) {
            throw rejected("or its key is of a version that is not verified here");
        }
        if (!policy.hasAcceptableSignatureHashAlgorithm(signature)) {
            throw rejected("is made with " + hash(signature.getHashAlgorithm()) + ", which is not good enough");
        }
        if (!policy.isAcceptablePublicKey(key)) {
            throw rejected("is by a key of a kind or length that is not good enough");
        }
    }

    private OpenPGPComponentKey component() throws RejectedSignatureException {
        @Nullable OpenPGPComponentKey component = certificate.getKey(key.getKeyIdentifier());
        if (component == null) {
            throw rejected("is by a key that cannot be read");
        }
        return component;
    }

    private void requireTimely(PGPSignature signature, Instant now) throws RejectedSignatureException {
        if (signature.getCreationTime().toInstant().isAfter(now)) {
            throw rejected("is from the future; look at this machine's clock");
        }
        @Nullable PGPSignatureSubpacketVector hashed = signature.getHashedSubPackets();
        long seconds = hashed == null ? 0 : hashed.getSignatureExpirationTime();
        if (ended(signature.getCreationTime(), seconds, now)) {
            throw rejected("has expired");
        }
    }

    private void requireLiving(Instant now) throws RejectedSignatureException, PGPException {
        if (isRevoked(primary, PGPSignature.KEY_REVOCATION)
                || (below && isRevoked(key, PGPSignature.SUBKEY_REVOCATION))) {
            throw rejected("is by a key that was revoked");
        }
        if (isExpired(primary, ofPrimary(), now) || (below && isExpired(key, ofSubkey(), now))) {
            throw rejected("is by a key that has expired");
        }
    }

    /// Whether it has a revocation by its owner, or one by somebody whom the owner let revoke it; that one's key is
    /// not at hand as a rule, so that the revocation counts unverified.
    private boolean isRevoked(PGPPublicKey revoked, int type) throws PGPException {
        for (Iterator<PGPSignature> all = revoked.getSignaturesOfType(type); all.hasNext(); ) {
            PGPSignature revocation = all.next();
            boolean byOwner = revocation.getKeyID() == primary.getKeyID();
            if (byOwner ? isVerified(revocation, revoked) : mayRevoke()) {
                return true;
            }
        }
        return false;
    }

    private boolean isVerified(PGPSignature made, PGPPublicKey on) throws PGPException {
        made.init(verifiers, primary);
        return on.isMasterKey() ? made.verifyCertification(primary) : made.verifyCertification(primary, on);
    }

    private boolean mayRevoke() {
        for (Iterator<PGPSignature> all = primary.getSignatures(); all.hasNext(); ) {
            @Nullable PGPSignatureSubpacketVector hashed = all.next().getHashedSubPackets();
            if (hashed != null && hashed.hasSubpacket(SignatureSubpacketTags.REVOCATION_KEY)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the newest of the signatures that say how long a key lives says that it is over.
    private static boolean isExpired(PGPPublicKey key, List<PGPSignature> statements, Instant now) {
        @Nullable PGPSignature newest = null;
        for (PGPSignature statement : statements) {
            if (newest == null
                    || statement
                            .getCreationTime()
                            .toInstant()
                            .isAfter(newest.getCreationTime().toInstant())) {
                newest = statement;
            }
        }
        @Nullable PGPSignatureSubpacketVector hashed = newest == null ? null : newest.getHashedSubPackets();
        return hashed != null && ended(key.getCreationTime(), hashed.getKeyExpirationTime(), now);
    }

    private static boolean ended(Date start, long seconds, Instant now) {
        return seconds > 0 && !start.toInstant().plusSeconds(seconds).isAfter(now);
    }

    /// What the primary key says of itself.
    private List<PGPSignature> ofPrimary() throws PGPException {
        List<PGPSignature> statements = new ArrayList<>();
        for (Iterator<PGPSignature> all = primary.getSignaturesOfType(PGPSignature.DIRECT_KEY); all.hasNext(); ) {
            PGPSignature direct = all.next();
            if (direct.getKeyID() == primary.getKeyID() && isVerified(direct, primary)) {
                statements.add(direct);
            }
        }
        for (Iterator<byte[]> users = primary.getRawUserIDs(); users.hasNext(); ) {
            byte[] user = users.next();
            for (Iterator<PGPSignature> all = primary.getSignaturesForID(user); all.hasNext(); ) {
                PGPSignature certification = all.next();
                if (certification.getKeyID() == primary.getKeyID()
                        && CERTIFICATIONS.contains(certification.getSignatureType())) {
                    certification.init(verifiers, primary);
                    if (certification.verifyCertification(user, primary)) {
                        statements.add(certification);
                    }
                }
            }
        }
        return statements;
    }

    /// What the primary key says of the key below it.
    private List<PGPSignature> ofSubkey() throws PGPException {
        List<PGPSignature> statements = new ArrayList<>();
        for (Iterator<PGPSignature> all = key.getSignaturesOfType(PGPSignature.SUBKEY_BINDING); all.hasNext(); ) {
            PGPSignature binding = all.next();
            if (isVerified(binding, key)) {
                statements.add(binding);
            }
        }
        return statements;
    }

    private static String hash(int algorithm) {
        return switch (algorithm) {
            case 1 -> "MD5";
            case 2 -> "SHA-1";
            case 3 -> "RIPEMD-160";
            default -> "hash algorithm " + algorithm;
        };
    }

    private RejectedSignatureException rejected(String why) {
        return new RejectedSignatureException("the signature of key " + fingerprint() + " " + why);
    }
}
