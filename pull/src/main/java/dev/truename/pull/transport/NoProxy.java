package dev.truename.pull.transport;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The hosts that are reached without a proxy: `example.com` is itself and what is below it, `.example.com` only what
/// is below, `10.0.0.0/8` a network, `*` everything; a host or an address may end in `:PORT`.
public record NoProxy(List<String> rules) {
    private static final int MAX_RULES = 1000;

    public NoProxy {
        rules = List.copyOf(rules);
    }

    /// Reads a comma-separated list. What is no rule matches nothing.
    public static NoProxy parse(String list) {
        List<String> rules = new ArrayList<>();
        int from = 0;
        while (from <= list.length() && rules.size() < MAX_RULES) {
            int comma = list.indexOf(',', from);
            int to = comma < 0 ? list.length() : comma;
            String rule = list.substring(from, to).strip().toLowerCase(Locale.ROOT);
            if (!rule.isEmpty()) {
                rules.add(rule);
            }
            from = to + 1;
        }
        return new NoProxy(rules);
    }

    boolean matches(Endpoint endpoint) {
        Optional<InetAddress> address = Addresses.literal(endpoint.host());
        return rules.stream().anyMatch(rule -> matches(rule, endpoint, address));
    }

    private static boolean matches(String rule, Endpoint endpoint, Optional<InetAddress> address) {
        if (rule.equals("*")) {
            return true;
        }
        if (rule.indexOf('/') >= 0) {
            return address.isPresent() && inNetwork(rule, address.get());
        }
        int colon = portColon(rule);
        if (colon >= 0 && !rule.substring(colon + 1).equals(Integer.toString(endpoint.port()))) {
            return false;
        }
        String host = colon >= 0 ? rule.substring(0, colon) : rule;
        return address.isPresent()
                ? Addresses.literal(host).equals(address)
                : matchesName(host.startsWith("*.") ? host.substring(1) : host, endpoint.host());
    }

    private static int portColon(String rule) {
        int colon = rule.lastIndexOf(':');
        boolean bareIpv6 = colon >= 0 && rule.indexOf(':') != colon && !rule.startsWith("[");
        return bareIpv6 || colon < rule.lastIndexOf(']') ? -1 : colon;
    }

    private static boolean matchesName(String rule, String host) {
        return rule.startsWith(".") ? host.endsWith(rule) : host.equals(rule) || host.endsWith("." + rule);
    }

    private static boolean inNetwork(String rule, InetAddress address) {
        int slash = rule.indexOf('/');
        Optional<InetAddress> network = Addresses.literal(rule.substring(0, slash));
        if (network.isEmpty() || network.get().getAddress().length != address.getAddress().length) {
            return false;
        }
        try {
            return samePrefix(
                    network.get().getAddress(), address.getAddress(), Integer.parseInt(rule.substring(slash + 1)));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean samePrefix(byte[] network, byte[] address, int bits) {
        if (bits < 0 || bits > network.length * 8) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (((network[bit / 8] ^ address[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
                return false;
            }
        }
        return true;
    }
}
