package dev.truename.names.lint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// IPv6 addresses as text (RFC 5952).
final class Ipv6 {
    private static final int GROUPS = 8;
    private static final int MOST_DIGITS = 4;

    private Ipv6() {}

    /// The recommended spelling; null for what is no address.
    static @Nullable String shortest(String text) {
        @Nullable List<Integer> groups = groups(text);
        return groups == null ? null : written(groups);
    }

    private static @Nullable List<Integer> groups(String text) {
        int gap = text.indexOf("::");
        @Nullable List<Integer> front = list(gap < 0 ? text : text.substring(0, gap));
        @Nullable List<Integer> back = gap < 0 ? List.of() : list(text.substring(gap + 2));
        if (front == null || back == null) {
            return null;
        }
        int missing = GROUPS - front.size() - back.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            return null;
        }
        List<Integer> all = new ArrayList<>(front);
        for (int i = 0; i < missing; i++) {
            all.add(0);
        }
        all.addAll(back);
        return all;
    }

    private static @Nullable List<Integer> list(String text) {
        List<Integer> groups = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int colon = text.indexOf(':', start);
            int end = colon < 0 ? text.length() : colon;
            if (end == start || end - start > MOST_DIGITS || end == text.length() - 1) {
                return null;
            }
            int group = hex(text, start, end);
            if (group < 0) {
                return null;
            }
            groups.add(group);
            start = end + 1;
        }
        return groups;
    }

    private static int hex(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /// The first of the longest runs of zeros is left out, unless it is only one.
    private static String written(List<Integer> groups) {
        int gap = 0;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = i;
            while (run < GROUPS && groups.get(run) == 0) {
                run++;
            }
            if (run - i > length) {
                gap = i;
                length = run - i;
            }
        }
        if (length == 1) {
            return joined(groups);
        }
        return joined(groups.subList(0, gap)) + "::" + joined(groups.subList(gap + length, GROUPS));
    }

    private static String joined(List<Integer> groups) {
        StringBuilder out = new StringBuilder();
        for (int group : groups) {
            out.append(out.isEmpty() ? "" : ":").append(Integer.toHexString(group));
        }
        return out.toString();
    }
}
