package dev.truename.pull.transport;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One way in which a server lets itself be convinced (RFC 9110, 11.3).
///
/// @param scheme in lower case
/// @param parameters by name in lower case; the first of equal names
public record Challenge(String scheme, Map<String, String> parameters) {
    public Challenge {
        scheme = requireNonNull(scheme).toLowerCase(Locale.ROOT);
        parameters = Map.copyOf(parameters);
    }

    /// The challenges of all `WWW-Authenticate` fields, in order. What cannot be read ends its field.
    public static List<Challenge> parse(List<String> fields) {
        return ChallengeScanner.scan(fields);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /// Shows no parameter: they are another party's.
    @Override
    public String toString() {
        return Shown.text(scheme);
    }
}
