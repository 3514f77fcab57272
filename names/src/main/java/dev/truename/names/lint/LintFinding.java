package dev.truename.names.lint;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.Origin;
import java.util.Optional;

/// Something found.
///
/// @param subject what it is about, such as an alias's key: the same wherever in its file it stands
/// @param message one line
/// @param fix one line
/// @param accepted the reason that a comment at the line gives for letting it be
public record LintFinding(
        LintRule rule, Origin origin, String subject, String message, String fix, Optional<String> accepted) {
    public LintFinding {
        requireNonNull(rule);
        requireNonNull(origin);
        requireNonNull(subject);
        requireNonNull(message);
        requireNonNull(fix);
        requireNonNull(accepted);
    }

    /// Whether nobody has accepted it.
    public boolean isOpen() {
        return accepted.isEmpty();
    }

    LintFinding acceptedFor(String reason) {
        return new LintFinding(rule, origin, subject, message, fix, Optional.of(reason));
    }

    @Override
    public String toString() {
        return origin + ": " + message + " [" + rule.id() + "]";
    }
}
