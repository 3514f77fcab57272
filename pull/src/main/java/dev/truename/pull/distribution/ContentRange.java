package dev.truename.pull.distribution;

import java.util.Optional;
import java.util.OptionalLong;

/// `Content-Range: bytes FIRST-LAST/TOTAL` (RFC 9110, 14.4).
///
/// @param total nothing where the server writes `*`
record ContentRange(long first, long last, OptionalLong total) {
    private static final String UNIT = "bytes ";
    private static final int MAX_DIGITS = 18;

    /// Nothing for anything else.
    static Optional<ContentRange> parse(String text) {
        int dash = text.indexOf('-');
        int slash = text.indexOf('/');
        if (!text.startsWith(UNIT) || dash < 0 || slash < dash) {
            return Optional.empty();
        }
        OptionalLong first = number(text.substring(UNIT.length(), dash));
        OptionalLong last = number(text.substring(dash + 1, slash));
        String total = text.substring(slash + 1).strip();
        OptionalLong whole = number(total);
        boolean valid = first.isPresent() && last.isPresent() && (whole.isPresent() || total.equals("*"));
        return valid ? Optional.of(new ContentRange(first.getAsLong(), last.getAsLong(), whole)) : Optional.empty();
    }

    private static OptionalLong number(String text) {
        String digits = text.strip();
        boolean number = !digits.isEmpty()
                && digits.length() <= MAX_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
