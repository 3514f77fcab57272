package dev.truename.names.spelling;

/// How far two words are apart, in steps: a letter inserted, left out or replaced, or two neighbours swapped.
public final class Spelling {
    private Spelling() {}

    /// Whether two words are not the same but so alike that one may have been typed for the other: at most one step
    /// apart where `-`, `_` and `.` count as one letter. Another digit in the place of one is no slip but another
    /// version: `ubi8` is not near `ubi9`. Linear time; allocates nothing.
    public static boolean isNear(String a, String b) {
        return Math.abs(a.length() - b.length()) <= 1 && isOneStep(a, b) && !a.equals(b);
    }

    private static boolean isOneStep(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int i = 0;
        while (i < shorter && folded(a.charAt(i)) == folded(b.charAt(i))) {
            i++;
        }
        if (i == shorter) {
            return true;
        }
        if (a.length() == b.length()) {
            boolean version = isDigit(a.charAt(i)) && isDigit(b.charAt(i));
            return (!version && endEqually(a, i + 1, b, i + 1)) || (isSwap(a, b, i) && endEqually(a, i + 2, b, i + 2));
        }
        return a.length() < b.length() ? endEqually(a, i, b, i + 1) : endEqually(a, i + 1, b, i);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSwap(String a, String b, int i) {
        return i + 1 < a.length()
                && folded(a.charAt(i)) == folded(b.charAt(i + 1))
                && folded(a.charAt(i + 1)) == folded(b.charAt(i));
    }

    /// @return whether what starts there is the same; both have the same length
    private static boolean endEqually(String a, int fromA, String b, int fromB) {
        int shift = fromB - fromA;
        for (int i = fromA; i < a.length(); i++) {
            if (folded(a.charAt(i)) != folded(b.charAt(i + shift))) {
                return false;
            }
        }
        return true;
    }

    /// The separators of image names are as good as each other to whoever remembers a name.
    static char folded(char c) {
        return c == '_' || c == '.' ? '-' : c;
    }

    /// The number of steps from one word to the other; no letter takes part in two. The time is the product of the
    /// lengths: bound them.
    public static int distance(String a, String b) {
        int[] older = new int[b.length() + 1];
        int[] old = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            old[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = old[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, 1 + Math.min(old[j], now[j - 1]));
                if (j > 1 && i > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    now[j] = Math.min(now[j], older[j - 2] + 1);
                }
            }
            older = old;
            old = now;
        }
        return old[b.length()];
    }
}
