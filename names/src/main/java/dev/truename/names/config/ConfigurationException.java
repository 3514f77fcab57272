package dev.truename.names.config;

import java.util.List;
import java.util.stream.Collectors;

/// The configuration cannot be used. Holds every error of every file, in reading order.
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> errors;

    public ConfigurationException(List<Finding> errors) {
        super(errors.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    /// At least one, each of severity [Finding.Severity#ERROR].
    public List<Finding> errors() {
        return errors;
    }
}
