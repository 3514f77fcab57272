package dev.truename.pull.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which proxy stands before which endpoint, as `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` say it to programs written
/// in Go; lower-case names count where the upper-case ones are not set. Loopback is never proxied.
public record Proxies(Optional<Proxy> http, Optional<Proxy> https, NoProxy except) {
    /// No proxy at all.
    public static final Proxies NONE = new Proxies(Optional.empty(), Optional.empty(), NoProxy.parse(""));

    public Proxies {
        requireNonNull(http);
        requireNonNull(https);
        requireNonNull(except);
    }

    /// Reads them from environment variables.
    ///
    /// @throws PullException as `Blocked` if a value is no usable proxy URL: to go without would go round it
    public static Proxies of(Map<String, String> environment) throws PullException {
        return new Proxies(
                proxy(environment, "HTTP_PROXY"),
                proxy(environment, "HTTPS_PROXY"),
                NoProxy.parse(value(environment, "NO_PROXY")));
    }

    /// The proxy for connections to `endpoint`, if there is one.
    Optional<Proxy> before(Endpoint endpoint) {
        Optional<Proxy> proxy = endpoint.tls() ? https : http;
        return proxy.isEmpty() || endpoint.loopback() || except.matches(endpoint) ? Optional.empty() : proxy;
    }

    private static String value(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        return (value.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : value).strip();
    }

    private static Optional<Proxy> proxy(Map<String, String> environment, String name) throws PullException {
        String value = value(environment, name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(value.contains("://") ? value : "http://" + value);
            return Optional.of(new Proxy(Endpoint.of(uri), authorization(uri)));
        } catch (URISyntaxException | IllegalArgumentException | PullException e) {
            throw new PullException(
                    new PullFailure.Blocked(
                            name, "set it to http://HOST:PORT or https://HOST:PORT; nothing else works"),
                    e);
        }
    }

    private static Optional<String> authorization(URI uri) {
        String user = uri.getRawUserInfo();
        if (user == null) {
            return Optional.empty();
        }
        String plain = URLDecoder.decode(user.replace("+", "%2B"), UTF_8);
        String pair = plain.indexOf(':') < 0 ? plain + ":" : plain;
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }
}
