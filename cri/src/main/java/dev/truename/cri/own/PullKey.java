package dev.truename.cri.own;

import dev.truename.cri.auth.PodNamespace;
import dev.truename.cri.auth.RequestAuth;
import dev.truename.names.reference.Qualified;
import java.util.List;
import java.util.Optional;

/// Pulls with equal keys are one pull: they ask for the same, by the same configuration, and show the same
/// credentials.
///
/// @param namespace where it decides about credentials
record PullKey(
        List<Qualified> candidates, String snapshot, Optional<RequestAuth> auth, Optional<PodNamespace> namespace) {
    PullKey {
        candidates = List.copyOf(candidates);
    }
}
