package dev.truename.cri.status;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// Whether the service can serve.
///
/// @param missing what is not so yet or any more, one line each; empty if it can
public record Readiness(List<String> missing) {
    public static final Readiness READY = new Readiness(List.of());

    public Readiness {
        missing = List.copyOf(requireNonNull(missing));
    }

    public boolean ready() {
        return missing.isEmpty();
    }
}
