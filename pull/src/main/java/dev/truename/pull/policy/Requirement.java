package dev.truename.pull.policy;

/// What `policy.json` wants of an image, as far as it matters to who cannot verify signatures.
enum Requirement {
    /// `insecureAcceptAnything`
    ANYTHING,
    /// `reject`
    REJECT,
    /// `signedBy`, `signedBaseLayer` and `sigstoreSigned`
    SIGNATURE
}
