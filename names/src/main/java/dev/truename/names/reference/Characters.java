package dev.truename.names.reference;

/// The grammar's character classes and components, each scanned once from left to right: time is linear in the input
/// and no stack grows with it.
final class Characters {
    private Characters() {}

    static boolean isLowerAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || isDigit(c);
    }

    static boolean isAlphanumeric(char c) {
        return (c >= 'A' && c <= 'Z') || isLowerAlphanumeric(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLowerHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isDigit(c) && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /// `path := component ('/' component)*`, `component := alnum+ (('.' | '_' | '__' | '-'+) alnum+)*`.
    static boolean isPath(String text, int from, int to) {
        int i = from;
        while (true) {
            int end = alphanumericRun(text, i, to);
            if (end == i) {
                return false;
            }
            if (end == to) {
                return true;
            }
            i = text.charAt(end) == '/' ? end + 1 : separator(text, end, to);
            if (i == end) {
                return false;
            }
        }
    }

    private static int alphanumericRun(String text, int from, int to) {
        int i = from;
        while (i < to && isLowerAlphanumeric(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /// The index behind the separator that starts at `from`, or `from` if none does.
    private static int separator(String text, int from, int to) {
        char c = text.charAt(from);
        if (c == '.') {
            return from + 1;
        }
        if (c == '_') {
            return from + 1 < to && text.charAt(from + 1) == '_' ? from + 2 : from + 1;
        }
        int i = from;
        while (i < to && text.charAt(i) == '-') {
            i++;
        }
        return i;
    }

    /// `host [':' port]`, where host is a domain name, an IPv4 address or a bracketed IPv6 address.
    static boolean isHost(String text, int from, int to) {
        int hostEnd;
        if (from < to && text.charAt(from) == '[') {
            int close = text.indexOf(']', from);
            if (close < 0 || close >= to || !isIpv6(text, from + 1, close)) {
                return false;
            }
            hostEnd = close + 1;
        } else {
            int colon = text.indexOf(':', from);
            hostEnd = colon < 0 || colon >= to ? to : colon;
            if (!isDomainName(text, from, hostEnd)) {
                return false;
            }
        }
        return hostEnd == to || (text.charAt(hostEnd) == ':' && isPort(text, hostEnd + 1, to));
    }

    private static boolean isIpv6(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean hex = isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            if (!hex && c != ':') {
                return false;
            }
        }
        return to > from;
    }

    private static boolean isDomainName(String text, int from, int to) {
        boolean edge = true; // at the start of a label: no dash and no dot here
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (edge || text.charAt(i - 1) == '-') {
                    return false;
                }
                edge = true;
            } else if (isAlphanumeric(c) || (c == '-' && !edge)) {
                edge = false;
            } else {
                return false;
            }
        }
        return !edge && text.charAt(to - 1) != '-';
    }

    /// A leading zero is refused: the same registry under another spelling would pass by what is configured for it.
    private static boolean isPort(String text, int from, int to) {
        if (from == to || to - from > 5 || text.charAt(from) == '0') {
            return false;
        }
        int port = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
            port = port * 10 + text.charAt(i) - '0';
        }
        return port > 0 && port <= 65535;
    }
}
