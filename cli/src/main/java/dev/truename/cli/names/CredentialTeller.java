package dev.truename.cli.names;

import dev.truename.names.pullsource.PullSource;
import dev.truename.pull.credential.CredentialOrigin;
import dev.truename.pull.credential.CredentialSource;
import dev.truename.pull.failure.PullException;

/// Tells where the credentials for a source would come from; never what they are.
public record CredentialTeller(CredentialSource credentials) {
    /// The file and the key in it, or the helper; or that there are none for the source's host: those of another host
    /// are not sent there.
    public String tell(PullSource source) {
        try {
            return switch (credentials.find(source.reference().repository()).origin()) {
                case CredentialOrigin.Nowhere _ ->
                    "none for " + source.reference().repository().host();
                case CredentialOrigin.File file -> file.toString();
                case CredentialOrigin.Helper helper -> helper.toString();
                case CredentialOrigin.Given given -> given.toString();
            };
        } catch (PullException e) {
            return "an error: " + e.failure().source() + ": " + e.failure().detail();
        }
    }
}
