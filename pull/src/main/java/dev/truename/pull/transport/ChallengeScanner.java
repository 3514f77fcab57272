package dev.truename.pull.transport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads `WWW-Authenticate` from left to right, once: `scheme [ token68 | name = value *( "," name = value ) ]`,
/// several of them separated by commas. A word is a parameter's name if `=` and a value follow, else a scheme.
final class ChallengeScanner {
    private static final int MAX_FIELD = 16 * 1024;
    private static final int MAX_CHALLENGES = 16;
    private static final int MAX_PARAMETERS = 32;

    private final String text;
    private int at;

    private ChallengeScanner(String text) {
        this.text = text;
    }

    static List<Challenge> scan(List<String> fields) {
        List<Challenge> challenges = new ArrayList<>();
        for (String field : fields) {
            if (field.length() <= MAX_FIELD) {
                new ChallengeScanner(field).scanInto(challenges);
            }
        }
        return challenges;
    }

    private void scanInto(List<Challenge> into) {
        while (into.size() < MAX_CHALLENGES) {
            skipSeparators();
            String scheme = token();
            if (scheme.isEmpty()) {
                return;
            }
            skipSpace();
            skipToken68();
            into.add(new Challenge(scheme, parameters()));
        }
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        while (parameters.size() < MAX_PARAMETERS) {
            int start = at;
            skipSeparators();
            String name = token();
            skipSpace();
            if (name.isEmpty() || !next('=')) {
                at = start;
                return parameters;
            }
            skipSpace();
            Optional<String> value = value();
            if (value.isEmpty()) {
                at = text.length();
                return parameters;
            }
            parameters.putIfAbsent(name.toLowerCase(Locale.ROOT), value.get());
        }
        at = text.length();
        return parameters;
    }

    /// None if a quoted value does not end.
    private Optional<String> value() {
        return next('"') ? quoted() : Optional.of(token());
    }

    private Optional<String> quoted() {
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return Optional.of(value.toString());
            }
            if (c == '\\' && at < text.length()) {
                c = text.charAt(at++);
            }
            value.append(c);
        }
        return Optional.empty();
    }

    /// A single value in place of parameters: it ends in `=`s, or at a comma or the end.
    private void skipToken68() {
        int start = at;
        while (at < text.length() && (isToken(text.charAt(at)) || text.charAt(at) == '/')) {
            at++;
        }
        int end = at;
        while (at < text.length() && text.charAt(at) == '=') {
            at++;
        }
        skipSpace();
        boolean ends = at == text.length() || text.charAt(at) == ',';
        if (end == start || !ends) {
            at = start;
        }
    }

    private String token() {
        int start = at;
        while (at < text.length() && isToken(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean next(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        if (there) {
            at++;
        }
        return there;
    }

    private void skipSpace() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private void skipSeparators() {
        while (at < text.length() && (text.charAt(at) == ',' || text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    /// RFC 9110, 5.6.2.
    private static boolean isToken(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }
}
