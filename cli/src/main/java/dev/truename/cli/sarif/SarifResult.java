package dev.truename.cli.sarif;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// One finding (SARIF 2.1.0, 3.27).
///
/// @param rule the identifier of a [SarifRule] of the same log
/// @param message what is found, one sentence
/// @param fix what to do about it; may be empty
/// @param subject what is found wanting, such as an image's name: it stays the same when lines move, so that whoever
///     compares two runs knows the finding again
/// @param accepted why somebody lets it be, if so: it is told all the same, as suppressed in the source
public record SarifResult(
        String rule,
        SarifLevel level,
        String message,
        String fix,
        Optional<SarifPlace> place,
        String subject,
        Optional<String> accepted) {
    public SarifResult {
        requireNonNull(rule);
        requireNonNull(level);
        requireNonNull(message);
        requireNonNull(fix);
        requireNonNull(place);
        requireNonNull(subject);
        requireNonNull(accepted);
    }
}
