package dev.truename.pull.pull;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.policy.PolicyRuling;
import dev.truename.pull.policy.SignatureStorage;
import dev.truename.pull.signature.SignatureCheck;
import java.time.InstantSource;

/// That it is signed as a policy wants it.
record PolicyDemand(PolicyRuling.Signed ruling, SignatureStorage storage) implements SignatureDemand {
    PolicyDemand {
        requireNonNull(ruling);
        requireNonNull(storage);
    }

    /// A demand that will be put to an image.
    static PolicyDemand of(PolicyRuling.Signed ruling, SignatureStorage storage) {
        SignatureCheck.prepare();
        return new PolicyDemand(ruling, storage);
    }

    @Override
    public void require(Qualified candidate, Digest manifest, RemoteSource teller) throws UnsignedException {
        try {
            new SignatureCheck(storage, InstantSource.system())
                    .require(ruling, candidate, manifest, teller.source().reference(), teller.repository());
        } catch (PullException e) {
            throw new UnsignedException(e);
        }
    }
}
