package dev.truename.cri.own;

import java.util.List;

/// Which images the kubelet is advised to keep: by exact name, `prefix*` or `*keyword*`.
///
/// @param patterns matched against every name of an image, and its id
public record PinnedImages(List<String> patterns) {
    public static final PinnedImages NONE = new PinnedImages(List.of());

    public PinnedImages {
        patterns = List.copyOf(patterns);
        for (String pattern : patterns) {
            if (!isPattern(pattern)) {
                throw new IllegalArgumentException("a pattern is a name, prefix* or *keyword*: " + pattern);
            }
        }
    }

    /// Whether a text is a pattern of one of the three forms.
    public static boolean isPattern(String text) {
        boolean keyword = text.startsWith("*");
        String inside = keyword || text.endsWith("*") ? inside(text) : text;
        return !inside.isEmpty() && inside.indexOf('*') < 0 && (!keyword || text.endsWith("*"));
    }

    private static String inside(String pattern) {
        int from = pattern.startsWith("*") ? 1 : 0;
        int to = pattern.endsWith("*") ? pattern.length() - 1 : pattern.length();
        return from < to ? pattern.substring(from, to) : "";
    }

    boolean matches(String name) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, name));
    }

    private static boolean matches(String pattern, String name) {
        if (pattern.startsWith("*")) {
            return name.contains(inside(pattern));
        }
        return pattern.endsWith("*") ? name.startsWith(inside(pattern)) : name.equals(pattern);
    }
}
