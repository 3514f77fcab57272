package dev.truename.cli.args;

import dev.truename.cli.spec.Option;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A command line that has been read: what was given for which option, and the operands in order.
///
/// @param given by the option's long name; a flag has an empty value for each time it was given
public record Arguments(Map<String, List<String>> given, List<String> operands) {
    public Arguments {
        given = Map.copyOf(given);
        operands = List.copyOf(operands);
    }

    /// Whether a flag was given.
    public boolean has(Option option) {
        return given.containsKey(option.name());
    }

    /// The value that counts: the last one given.
    public Optional<String> value(Option option) {
        @Nullable List<String> values = given.get(option.name());
        return values == null ? Optional.empty() : Optional.of(values.getLast());
    }

    /// All values, in the order in which they were given.
    public List<String> values(Option option) {
        @Nullable List<String> values = given.get(option.name());
        return values == null ? List.of() : values;
    }

    /// What a switch is set to.
    public Optional<Boolean> isOn(Option option) {
        return value(option).map(Boolean::valueOf);
    }

    /// The one operand of a command that takes exactly one.
    public String operand() {
        return operands.getFirst();
    }
}
