package dev.truename.pull.transport;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// What a transport is told. It reads no environment variable and no system property.
///
/// @param userAgent sent with every request
/// @param connect how long a connection may take to come about, TLS not included
/// @param idle how long an answer, and every next part of it, may take; also how long fewer than 1 KiB may take
public record TransportSettings(
        String userAgent, Duration connect, Duration idle, Proxies proxies, TrustSettings trust, Pauses pauses) {
    public static final Duration DEFAULT_CONNECT = Duration.ofSeconds(10);
    public static final Duration DEFAULT_IDLE = Duration.ofSeconds(60);

    public TransportSettings {
        requireNonNull(userAgent);
        requireNonNull(connect);
        requireNonNull(idle);
        requireNonNull(proxies);
        requireNonNull(trust);
        requireNonNull(pauses);
    }

    /// The defaults: no proxy, the machine's certificate authorities, no certs.d folder.
    ///
    /// @param version of Truename, for `User-Agent`
    public static TransportSettings of(String version) {
        return new TransportSettings(
                "truename/" + version,
                DEFAULT_CONNECT,
                DEFAULT_IDLE,
                Proxies.NONE,
                TrustSettings.SYSTEM,
                Pauses.real());
    }

    public TransportSettings with(Proxies value) {
        return new TransportSettings(userAgent, connect, idle, value, trust, pauses);
    }

    public TransportSettings with(TrustSettings value) {
        return new TransportSettings(userAgent, connect, idle, proxies, value, pauses);
    }

    public TransportSettings with(Pauses value) {
        return new TransportSettings(userAgent, connect, idle, proxies, trust, value);
    }

    public TransportSettings withTimeouts(Duration connectTimeout, Duration idleTimeout) {
        return new TransportSettings(userAgent, connectTimeout, idleTimeout, proxies, trust, pauses);
    }
}
