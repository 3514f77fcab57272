package dev.truename.names.lint;

import static java.util.Objects.requireNonNull;

/// What is looked for. Texts have names in backquotes.
///
/// @param id stable: scripts, comments in files and documents have it
/// @param title what is found, one sentence
/// @param why what can happen, sentences
/// @param fix what to do, one sentence or two
public record LintRule(String id, Level level, String title, String why, String fix) {
    public LintRule {
        requireNonNull(id);
        requireNonNull(level);
        requireNonNull(title);
        requireNonNull(why);
        requireNonNull(fix);
    }
}
