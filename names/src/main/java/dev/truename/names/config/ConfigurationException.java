package dev.truename.names.config;

import java.util.List;
import java.util.stream.Collectors;

/// The configuration cannot be used. Holds every error of every file, in reading order.
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> errors;

    private final transient List<Finding> warnings;

    public ConfigurationException(List<Finding> errors) {
        this(errors, List.of());
    }

    public ConfigurationException(List<Finding> errors, List<Finding> warnings) {
        super(errors.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
        this.warnings = List.copyOf(warnings);
    }

    /// At least one, each of severity [Finding.Severity#ERROR].
    public List<Finding> errors() {
        return errors;
    }

    /// What was found beside the errors, each of severity [Finding.Severity#WARNING].
    public List<Finding> warnings() {
        return warnings;
    }
}
