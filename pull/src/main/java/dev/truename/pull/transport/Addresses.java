package dev.truename.pull.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/// Which addresses are this machine's, and which nobody outside could have meant.
final class Addresses {
    private static final int CARRIER_NAT = 100;

    private Addresses() {}

    static boolean isLoopback(String host) {
        return host.equals("localhost")
                || literal(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    /// The address, if the host is written as one.
    static Optional<InetAddress> literal(String host) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String bare = bracketed ? host.substring(1, host.length() - 1) : host;
        if (bare.isEmpty() || !(bracketed || bare.indexOf(':') >= 0 || isDigit(bare.charAt(0)))) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Loopback, link-local, private (RFC 1918, RFC 4193), carrier NAT (RFC 6598), unspecified and multicast.
    static boolean isInternal(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || isUniqueLocalOrShared(address);
    }

    private static boolean isUniqueLocalOrShared(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        return address instanceof Inet6Address
                ? (first & 0xfe) == 0xfc
                : first == 0 || (first == CARRIER_NAT && (bytes[1] & 0xc0) == 64);
    }
}
