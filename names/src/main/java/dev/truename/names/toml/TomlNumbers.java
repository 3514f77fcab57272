package dev.truename.names.toml;

import org.jspecify.annotations.Nullable;

/// Integers and floats.
final class TomlNumbers {
    private TomlNumbers() {}

    /// The number that the token is, or null if it is none.
    static @Nullable TomlValue read(String token, int line, int column) {
        int radix = radix(token);
        if (radix != 10) {
            return whole(digits(token, 2, radix), radix, line, column);
        }
        int from = token.startsWith("+") || token.startsWith("-") ? 1 : 0;
        String unsigned = token.substring(from);
        boolean negative = token.startsWith("-");
        if (unsigned.equals("inf")) {
            double infinity = negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            return new TomlValue.Decimal(infinity, line, column);
        }
        if (unsigned.equals("nan")) {
            return new TomlValue.Decimal(Double.NaN, line, column);
        }
        @Nullable String digits = leadingZero(unsigned) ? null : digits(unsigned, 0, 10);
        return digits == null
                ? decimal(unsigned, negative, line, column)
                : whole(negative ? "-" + digits : digits, 10, line, column);
    }

    private static int radix(String token) {
        if (token.length() < 3 || token.charAt(0) != '0') {
            return 10;
        }
        return switch (token.charAt(1)) {
            case 'x' -> 16;
            case 'o' -> 8;
            case 'b' -> 2;
            default -> 10;
        };
    }

    private static boolean leadingZero(String digits) {
        return digits.length() > 1 && digits.charAt(0) == '0';
    }

    private static @Nullable TomlValue whole(@Nullable String digits, int radix, int line, int column) {
        if (digits == null) {
            return null;
        }
        try {
            return new TomlValue.Whole(Long.parseLong(digits, radix), line, column);
        } catch (NumberFormatException e) {
            throw new TomlSyntaxException(
                    new Toml.Mistake(line, column, false, "the integer does not fit into 64 bits"));
        }
    }

    private static @Nullable TomlValue decimal(String text, boolean negative, int line, int column) {
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        int point = text.indexOf('.');
        if ((exponent < 0 && point < 0) || (exponent >= 0 && point > exponent)) {
            return null;
        }
        int mantissaEnd = exponent < 0 ? text.length() : exponent;
        String before = text.substring(0, point < 0 ? mantissaEnd : point);
        @Nullable String whole = leadingZero(before) ? null : digits(before, 0, 10);
        @Nullable String fraction = point < 0 ? "0" : digits(text.substring(point + 1, mantissaEnd), 0, 10);
        @Nullable String power = exponent < 0 ? "0" : exponent(text.substring(exponent + 1));
        if (whole == null || fraction == null || power == null) {
            return null;
        }
        double value = Double.parseDouble((negative ? "-" : "") + whole + "." + fraction + "e" + power);
        return new TomlValue.Decimal(value, line, column);
    }

    private static @Nullable String exponent(String text) {
        boolean signed = text.startsWith("+") || text.startsWith("-");
        @Nullable String digits = digits(text, signed ? 1 : 0, 10);
        return digits == null ? null : (text.startsWith("-") ? "-" : "") + digits;
    }

    /// The digits without their underscores, each of which has a digit on both sides; null if there is anything else.
    private static @Nullable String digits(String text, int from, int radix) {
        StringBuilder out = new StringBuilder(text.length());
        boolean digitBefore = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = Character.digit(c, radix) >= 0;
            if (digit) {
                out.append(c);
            } else if (c != '_' || !digitBefore) {
                return null;
            }
            digitBefore = digit;
        }
        return digitBefore ? out.toString() : null;
    }
}
