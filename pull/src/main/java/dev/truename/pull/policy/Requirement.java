package dev.truename.pull.policy;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/// One thing that `policy.json` wants of an image (containers-policy.json(5), "Policy Requirements").
public sealed interface Requirement {
    /// `insecureAcceptAnything`
    record Anything() implements Requirement {}

    /// `reject`
    record Reject() implements Requirement {}

    /// `signedBy` with keys of GnuPG: one signature by any of the keys is enough.
    ///
    /// @param keyFiles each with at least one key; none where the policy itself has the keys
    /// @param keyData the keys that the policy has, in base64; empty where they are in files
    /// @param identity which names a signature may give for the image
    /// @param line of the policy; 0 if it is not known
    record SignedBy(List<Path> keyFiles, String keyData, SignedIdentity identity, int line) implements Requirement {
        public SignedBy {
            keyFiles = List.copyOf(keyFiles);
            requireNonNull(keyData);
            requireNonNull(identity);
        }
    }

    /// What cannot be verified here, so that no image meets it.
    ///
    /// @param what in the words of the policy
    record Unmet(String what) implements Requirement {
        public Unmet {
            requireNonNull(what);
        }
    }
}
