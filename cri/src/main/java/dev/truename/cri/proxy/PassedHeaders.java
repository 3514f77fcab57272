package dev.truename.cri.proxy;

import io.grpc.Metadata;
import java.util.Set;

/// What goes with a call beside its message, without what each of the two connections says for itself.
final class PassedHeaders {
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "content-type",
            "te",
            "user-agent",
            "host",
            "grpc-encoding",
            "grpc-accept-encoding",
            "grpc-timeout",
            "grpc-status",
            "grpc-message");

    private PassedHeaders() {}

    static Metadata of(Metadata received) {
        Metadata passed = new Metadata();
        if (isOfTheConnection(received)) {
            return passed;
        }
        passed.merge(received);
        for (String name : OF_THE_CONNECTION) {
            passed.discardAll(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
        }
        return passed;
    }

    /// Whether nothing is passed: the usual case, and answered at once.
    static boolean isOfTheConnection(Metadata received) {
        return OF_THE_CONNECTION.containsAll(received.keys());
    }
}
