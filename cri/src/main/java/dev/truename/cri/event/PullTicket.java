package dev.truename.cri.event;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Qualified;
import java.util.List;
import java.util.Optional;

/// One pull that somebody asked for; ties its events together.
///
/// @param number counts up from 1 while the service runs
/// @param input the name as it was asked for; a valid reference, so that it can be shown
/// @param userSpecified what the user wrote, as far as the caller told; anything at all, to be escaped where it
///     is shown
/// @param namespace of the pod that the image is for
/// @param candidates what the name resolved to, in order; at least one
/// @param snapshot the id of the configuration that said so
public record PullTicket(
        long number,
        String input,
        Optional<String> userSpecified,
        Optional<String> namespace,
        List<Qualified> candidates,
        String snapshot) {
    public PullTicket {
        requireNonNull(input);
        requireNonNull(userSpecified);
        requireNonNull(namespace);
        candidates = List.copyOf(candidates);
        requireNonNull(snapshot);
    }
}
