package dev.truename.names.lint;

import dev.truename.names.known.KnownRegistries;
import dev.truename.names.known.KnownRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A registry's host, `name[:port]`, taken apart, and what is known of it. Made once for a host, since looking it up
/// takes its time.
///
/// @param name in lower case; an IPv6 address with its brackets
/// @param port empty where none is written
/// @param canonical the one spelling of the same registry
/// @param known the registry, by its name without port
record HostName(String name, String port, String canonical, Optional<KnownRegistry> known) {
    private static final String HTTPS = "443";

    static HostName of(String host) {
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon >= 0 && host.indexOf(']', colon) < 0;
        String name = hasPort ? host.substring(0, colon) : host;
        String port = hasPort ? host.substring(colon + 1) : "";
        String plain = plainName(name) + (isOdd(port) ? ":" + port : "");
        return new HostName(name, port, KnownRegistries.canonical(plain), KnownRegistries.of(name));
    }

    private static boolean isOdd(String port) {
        return !port.isEmpty() && !port.equals(HTTPS);
    }

    private static String plainName(String name) {
        if (!name.startsWith("[") || !name.endsWith("]")) {
            return name;
        }
        @Nullable String shortest = Ipv6.shortest(name.substring(1, name.length() - 1));
        return shortest == null ? name : "[" + shortest + "]";
    }

    boolean hasPort() {
        return !port.isEmpty();
    }

    /// Whether it has a port other than the one that is meant where none is written.
    boolean hasOddPort() {
        return isOdd(port);
    }

    /// What stands between dots and dashes ahead of the top-level domain.
    List<String> words() {
        List<String> words = new ArrayList<>();
        int start = 0;
        int end = Math.max(0, name.lastIndexOf('.'));
        for (int i = 0; i <= end; i++) {
            if (i == end || name.charAt(i) == '.' || name.charAt(i) == '-') {
                words.add(name.substring(start, i));
                start = i + 1;
            }
        }
        return words;
    }

    /// What stands behind the last dot; all of it if there is none.
    String topDomain() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    boolean isAddress() {
        return name.startsWith("[") || isIpv4();
    }

    private boolean isIpv4() {
        int dots = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            dots += c == '.' ? 1 : 0;
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return dots == 3;
    }

    /// Whether it is the machine itself.
    boolean isLoopback() {
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || (isIpv4() && name.startsWith("127."))
                || plainName(name).equals("[::1]");
    }

    @Override
    public String toString() {
        return hasPort() ? name + ":" + port : name;
    }
}
