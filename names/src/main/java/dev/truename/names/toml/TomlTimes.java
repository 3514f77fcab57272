package dev.truename.names.toml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/// Dates and times, RFC 3339 with its parts optional as TOML has them.
final class TomlTimes {
    private static final int DATE = 10;

    private final String text;
    private int at;

    private TomlTimes(String text) {
        this.text = text;
    }

    /// Whether the token starts as a date: `dddd-`.
    static boolean isDate(String token) {
        return token.length() >= DATE && token.charAt(4) == '-' && token.charAt(7) == '-';
    }

    /// The date or time that the token is, or null if it is none, or one that no calendar has.
    static TomlValue.@Nullable Moment read(String token, int line, int column) {
        try {
            Temporal value = new TomlTimes(token).read();
            return new TomlValue.Moment(value, line, column);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Temporal read() {
        Temporal value = isDate(text) ? dateAndMore() : time();
        if (at != text.length()) {
            throw malformed();
        }
        return value;
    }

    private Temporal dateAndMore() {
        LocalDate date = date();
        if (at == text.length()) {
            return date;
        }
        char separator = text.charAt(at);
        if (separator != 'T' && separator != 't' && separator != ' ') {
            throw malformed();
        }
        at++;
        LocalDateTime local = LocalDateTime.of(date, time());
        return at == text.length() ? local : OffsetDateTime.of(local, offset());
    }

    private LocalDate date() {
        int year = number(4);
        expect('-');
        int month = number(2);
        expect('-');
        return LocalDate.of(year, month, number(2));
    }

    private LocalTime time() {
        int hour = number(2);
        expect(':');
        int minute = number(2);
        expect(':');
        int second = number(2);
        return LocalTime.of(hour, minute, second, at < text.length() && text.charAt(at) == '.' ? nanos() : 0);
    }

    private int nanos() {
        at++;
        int nanos = 0;
        int digits = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            if (digits < 9) {
                nanos = nanos * 10 + text.charAt(at) - '0';
            }
            digits++;
            at++;
        }
        if (digits == 0) {
            throw malformed();
        }
        for (int i = digits; i < 9; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private ZoneOffset offset() {
        char sign = text.charAt(at++);
        if (sign == 'Z' || sign == 'z') {
            return ZoneOffset.UTC;
        }
        if (sign != '+' && sign != '-') {
            throw malformed();
        }
        int hours = number(2);
        expect(':');
        int minutes = number(2);
        if (hours > 23 || minutes > 59) {
            throw malformed();
        }
        int direction = sign == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(direction * hours, direction * minutes);
    }

    private int number(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++, at++) {
            if (at >= text.length() || !isDigit(text.charAt(at))) {
                throw malformed();
            }
            value = value * 10 + text.charAt(at) - '0';
        }
        return value;
    }

    private void expect(char c) {
        if (at >= text.length() || text.charAt(at) != c) {
            throw malformed();
        }
        at++;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static DateTimeException malformed() {
        return new DateTimeException("not a date or time");
    }
}
