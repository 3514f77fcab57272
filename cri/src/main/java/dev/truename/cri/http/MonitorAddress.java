package dev.truename.cri.http;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/// Where metrics and health are served. What is there tells what runs on a node and what fails, with no password: it is
/// loopback's alone unless somebody says otherwise.
public record MonitorAddress(InetSocketAddress socket) {
    private static final int MAX_PORT = 65535;

    public MonitorAddress {
        requireNonNull(socket);
    }

    /// Reads `PORT`, which is on 127.0.0.1, or `ADDRESS:PORT` with a numeric address (`[::1]:9470`).
    ///
    /// @param anywhere whether an address that other machines reach is fine
    /// @throws IllegalArgumentException with what is wrong with it, one line
    public static MonitorAddress parse(String text, boolean anywhere) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "127.0.0.1" : text.substring(0, colon);
        InetAddress address = address(host);
        if (!anywhere && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException(host + " is not a loopback address: other machines would read it");
        }
        return new MonitorAddress(new InetSocketAddress(address, port(text.substring(colon + 1))));
    }

    private static InetAddress address(String host) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String literal = bracketed ? host.substring(1, host.length() - 1) : host;
        try {
            return InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException e) {
            if (literal.equals("localhost")) {
                return InetAddress.getLoopbackAddress();
            }
            throw new IllegalArgumentException(host + " is no numeric address", e);
        }
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(text + " is no port", e);
        }
        throw new IllegalArgumentException(text + " is no port");
    }
}
