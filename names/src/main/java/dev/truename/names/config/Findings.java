package dev.truename.names.config;

import dev.truename.names.config.Finding.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Collects what is found in all files.
final class Findings {
    private final List<Finding> errors = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();

    void add(Finding finding) {
        (finding.severity() == Severity.ERROR ? errors : warnings).add(finding);
    }

    void add(Rule rule, Path file, int line, String message, String fix) {
        add(new Finding(rule.severity(), file, line, rule.id(), message, fix));
    }

    List<Finding> warnings() {
        return warnings;
    }

    /// Errors first.
    List<Finding> all() {
        List<Finding> all = new ArrayList<>(errors);
        all.addAll(warnings);
        return all;
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    void throwErrors() throws ConfigurationException {
        if (!errors.isEmpty()) {
            throw new ConfigurationException(errors, warnings);
        }
    }
}
