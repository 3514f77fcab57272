package dev.truename.pull.pull;

import dev.truename.names.pullsource.PullSource;
import dev.truename.pull.distribution.RemoteRepository;

/// Gives the remote repository of a source. Contacts nothing by itself.
@FunctionalInterface
public interface Remotes {
    RemoteRepository at(PullSource source);
}
