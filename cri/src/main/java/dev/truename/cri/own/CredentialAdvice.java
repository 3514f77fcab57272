package dev.truename.cri.own;

import dev.truename.cri.auth.RequestAuth;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.pull.SourceFailure;
import java.util.Optional;

/// What to do where a registry wants credentials, or others: whoever brought some has to be told if they were kept
/// back.
final class CredentialAdvice {
    private CredentialAdvice() {}

    /// @param auth what the request brought
    static String of(SourceFailure refused, Optional<RequestAuth> auth) {
        Qualified candidate = refused.candidate();
        Qualified asked = refused.source().map(PullSource::reference).orElse(candidate);
        String host = asked.repository().host();
        String keptBack = auth.filter(given -> !given.isFor(asked.repository()))
                .map(given -> "the credentials of the request are for "
                        + given.given().host() + " and were not sent there; ")
                .orElse("");
        return keptBack
                + (host.equals(candidate.repository().host())
                        ? "give the pod a pull secret for this registry (it counts for a full name only), or the node"
                                + " credentials"
                        : "give the node credentials for " + host + ", since a pod's are for "
                                + candidate.repository().host() + " alone");
    }
}
