package dev.truename.pull.signature;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Tag;
import dev.truename.pull.distribution.RemoteRepository;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.policy.PolicyRuling;
import dev.truename.pull.policy.Requirement;
import dev.truename.pull.policy.SignatureStorage;
import dev.truename.pull.transport.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Whether an image is signed as a policy wants it.
///
/// Trust: what is held to the policy is each manifest of an image that is pulled, by its own digest, under the name
/// that was asked for. That an index is signed helps none of its images, and that a mirror is named in a signature
/// helps nobody.
public final class SignatureCheck {
    private static final int MAX_KEYS = 4 << 20;
    private static final int MOST_TOLD = 4;

    private static final AtomicBoolean PREPARED = new AtomicBoolean();

    private final SignatureFinder finder;
    private final InstantSource clock;

    public SignatureCheck(SignatureStorage storage, InstantSource clock) {
        this.finder = new SignatureFinder(storage);
        this.clock = requireNonNull(clock);
    }

    /// Starts, on a thread of its own, what the first check of a process would wait for.
    public static void prepare() {
        if (!PREPARED.getAndSet(true)) {
            Thread.ofPlatform().daemon().name("signature-warm-up").start(() -> {
                try {
                    KeyState.prepare();
                } catch (RuntimeException | LinkageError _) {
                    // told when something is checked
                }
            });
        }
    }

    /// Returns if the manifest is signed as each of the requirements says.
    ///
    /// @param candidate the name that was asked for
    /// @param manifest of an image, not of an index
    /// @param source the same as its source has it
    /// @throws PullException if it is not, or that cannot be known
    public void require(
            PolicyRuling.Signed ruling,
            Qualified candidate,
            Digest manifest,
            Qualified source,
            RemoteRepository repository)
            throws PullException {
        try {
            requireAll(ruling, plain(candidate), manifest, plain(source), repository);
        } catch (NoClassDefFoundError e) {
            throw new PullException(
                    new PullFailure.Unverified(
                            ruling.origin().toString(),
                            "this policy wants signatures verified, and Bouncy Castle's library for OpenPGP (bcpg) is"
                                    + " not on the class path"),
                    e);
        }
    }

    private void requireAll(
            PolicyRuling.Signed ruling, Qualified image, Digest manifest, Qualified source, RemoteRepository repository)
            throws PullException {
        if (manifest.algorithm() != Digest.Algorithm.SHA256) {
            throw new PullException(new PullFailure.Unverified(
                    ruling.origin().toString(),
                    "this policy wants " + image + " signed, and signatures are for sha256 digests only; this image's"
                            + " is " + manifest));
        }
        SignatureFinder.Found found = finder.find(manifest, source, repository);
        for (Requirement.SignedBy requirement : ruling.requirements()) {
            require(ruling, requirement, image, manifest, found);
        }
    }

    private void require(
            PolicyRuling.Signed ruling,
            Requirement.SignedBy requirement,
            Qualified image,
            Digest manifest,
            SignatureFinder.Found found)
            throws PullException {
        String place = ruling.origin().file() + (requirement.line() == 0 ? "" : ":" + requirement.line());
        TrustedKeys keys = keys(requirement, place);
        List<String> reasons = new ArrayList<>();
        for (byte[] message : found.messages()) {
            try {
                require(message, keys, requirement, image, manifest);
                return;
            } catch (RejectedSignatureException e) {
                reasons.add(e.getMessage());
            }
        }
        throw new PullException(new PullFailure.Unverified(
                place,
                "this policy wants " + image + " signed (" + ruling.scope() + "), and "
                        + told(reasons, manifest, found.place()) + unreadable(keys)));
    }

    private void require(
            byte[] bytes, TrustedKeys keys, Requirement.SignedBy requirement, Qualified image, Digest manifest)
            throws RejectedSignatureException {
        SignedMessage message = SignedMessage.parse(bytes);
        long id = message.signature().getKeyID();
        List<KeyState> signers = keys.having(id);
        if (signers.size() != 1) {
            throw new RejectedSignatureException("it is by key " + String.format("%016X", id) + ", which "
                    + (signers.isEmpty() ? "is not one that the policy names" : "stands for several keys"));
        }
        signers.getFirst().require(message, clock.instant());
        SignatureClaim claim = SignatureClaim.parse(message.content());
        if (!claim.manifest().equals(manifest)) {
            throw new RejectedSignatureException("it is for another image, " + claim.manifest());
        }
        if (!requirement.identity().accepts(image, claim.reference())) {
            throw new RejectedSignatureException("it is for another name, \"" + Shown.text(claim.reference()) + "\"");
        }
    }

    private static TrustedKeys keys(Requirement.SignedBy requirement, String place) throws PullException {
        List<byte[]> sources = new ArrayList<>();
        for (Path file : requirement.keyFiles()) {
            sources.add(read(file, place));
        }
        if (sources.isEmpty()) {
            sources.add(Base64.getDecoder().decode(requirement.keyData()));
        }
        TrustedKeys keys = TrustedKeys.read(sources);
        if (keys.isEmpty()) {
            throw new PullException(new PullFailure.Unverified(
                    place,
                    "no key can be read from "
                            + (requirement.keyFiles().isEmpty() ? "keyData" : requirement.keyFiles())));
        }
        return keys;
    }

    private static byte[] read(Path file, String place) throws PullException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_KEYS + 1);
            if (bytes.length <= MAX_KEYS) {
                return bytes;
            }
        } catch (IOException e) {
            throw new PullException(new PullFailure.Unverified(place, "the keys of " + file + " cannot be read"), e);
        }
        throw new PullException(new PullFailure.Unverified(place, "the keys of " + file + " are larger than 4 MiB"));
    }

    private static String told(List<String> reasons, Digest manifest, String place) {
        if (reasons.isEmpty()) {
            return "there is no signature for " + manifest + " at " + place;
        }
        StringBuilder told = new StringBuilder(
                        reasons.size() == 1 ? "its signature" : "none of its " + reasons.size() + " signatures")
                .append(reasons.size() == 1 ? " does not count" : " counts");
        for (int i = 0; i < Math.min(MOST_TOLD, reasons.size()); i++) {
            told.append(i == 0 ? ": " : "; ")
                    .append(reasons.size() == 1 ? "" : "signature " + (i + 1) + ": ")
                    .append(reasons.get(i));
        }
        if (reasons.size() > MOST_TOLD) {
            told.append("; and so on");
        }
        return told.append(" (from ").append(place).append(')').toString();
    }

    private static String unreadable(TrustedKeys keys) {
        return keys.unreadable() == 0 ? "" : "; " + keys.unreadable() + " of the policy's keys cannot be read";
    }

    /// As whoever pulls takes it: with a digest the tag means nothing, and without either it is `latest`.
    private static Qualified plain(Qualified name) {
        return name.digest().isPresent()
                ? new Qualified(name.repository(), Optional.empty(), name.digest())
                : new Qualified(name.repository(), Optional.of(name.tag().orElse(Tag.LATEST)), Optional.empty());
    }
}
