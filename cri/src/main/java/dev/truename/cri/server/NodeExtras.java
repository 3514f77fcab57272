package dev.truename.cri.server;

import io.grpc.BindableService;
import io.grpc.ServerInterceptor;
import java.util.List;

/// What a server does beside answering the CRI.
///
/// @param services served on the same socket
/// @param interceptors asked ahead of all calls, the last one first
public record NodeExtras(List<BindableService> services, List<ServerInterceptor> interceptors) {
    public static final NodeExtras NONE = new NodeExtras(List.of(), List.of());

    public NodeExtras {
        services = List.copyOf(services);
        interceptors = List.copyOf(interceptors);
    }
}
