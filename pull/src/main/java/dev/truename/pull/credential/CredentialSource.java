package dev.truename.pull.credential;

import dev.truename.names.reference.Repository;
import dev.truename.pull.failure.PullException;

/// Says who we are to a registry. What it says for one host must never be sent to another.
public interface CredentialSource {
    /// Never anything.
    static CredentialSource none() {
        return repository -> FoundCredential.NONE;
    }

    /// The credential for a repository, or none.
    ///
    /// @throws PullException as `Unauthorized` if there may be one that cannot be had: going on without it is wrong
    FoundCredential find(Repository repository) throws PullException;

    /// This one first; `next` where it has nothing.
    default CredentialSource or(CredentialSource next) {
        return repository -> {
            FoundCredential found = find(repository);
            return found.usable() ? found : next.find(repository);
        };
    }
}
