package dev.truename.cli.audit;

import dev.truename.cli.args.Suggestion;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.spec.ExitCode;
import dev.truename.names.audit.AuditClass;
import dev.truename.names.audit.AuditClass.Severity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What makes an audit fail.
///
/// @param unread whether files that could not be read do
record FailOn(Set<AuditClass> classes, boolean unread) {
    private static final String UNREAD = "unread";
    private static final String NONE = "none";
    private static final List<Severity> SEVERITIES = List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE);

    FailOn {
        classes = Set.copyOf(classes);
    }

    /// @param words as given; none for what counts where nothing is said
    static FailOn of(List<String> words) throws CommandException {
        Set<AuditClass> classes = EnumSet.noneOf(AuditClass.class);
        if (words.isEmpty()) {
            addFrom(Severity.ERROR, classes);
            return new FailOn(classes, true);
        }
        for (String word : words) {
            add(word, classes);
        }
        return new FailOn(classes, words.contains(UNREAD));
    }

    private static void add(String word, Set<AuditClass> classes) throws CommandException {
        for (Severity severity : SEVERITIES) {
            if (severity.word().equals(word)) {
                addFrom(severity, classes);
                return;
            }
        }
        if (!word.equals(UNREAD) && !word.equals(NONE)) {
            classes.add(AuditClass.ofWord(word).orElseThrow(() -> unknown(word)));
        }
    }

    private static void addFrom(Severity least, Set<AuditClass> classes) {
        for (AuditClass each : AuditClass.values()) {
            if (each.severity().compareTo(least) <= 0) {
                classes.add(each);
            }
        }
    }

    private static CommandException unknown(String word) {
        List<String> known = new ArrayList<>();
        for (AuditClass each : AuditClass.values()) {
            known.add(each.word());
        }
        SEVERITIES.forEach(severity -> known.add(severity.word()));
        known.addAll(List.of(UNREAD, NONE));
        String meant = Suggestion.nearest(word, known)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
        return new CommandException(
                ExitCode.USAGE,
                "usage",
                "option --fail-on takes no \"" + word + "\"" + meant,
                "It takes " + String.join(", ", known) + ".");
    }

    ExitCode exit(Audited audited) {
        boolean fails = audited.report().hasAny(classes)
                || (unread && !audited.problems().isEmpty());
        return fails ? ExitCode.FINDINGS : ExitCode.DONE;
    }
}
