package dev.truename.cli.sarif;

import static java.util.Objects.requireNonNull;

/// What a command looks for (SARIF 2.1.0, 3.49).
///
/// @param id stable: whoever reads the results knows them by it
/// @param level that of its results, unless one says otherwise
/// @param title one sentence
/// @param why why it matters; sentences, names in backquotes
/// @param fix what to do about it; sentences, names in backquotes
public record SarifRule(String id, SarifLevel level, String title, String why, String fix) {
    public SarifRule {
        requireNonNull(id);
        requireNonNull(level);
        requireNonNull(title);
        requireNonNull(why);
        requireNonNull(fix);
    }
}
