package dev.truename.cli.spec;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The declaration of one command.
///
/// @param name the words behind `truename`, such as `pull` or `alias add`
/// @param summary one phrase, no full stop
/// @param description paragraphs; names in backquotes are set as literals
/// @param options its own ones; [CommonOptions] come on top
/// @param exitCodes those that it can end with, beside [ExitCode#DONE], [ExitCode#FAILURE] and [ExitCode#USAGE]
/// @param seeAlso names of other commands
public record CommandSpec(
        String name,
        String summary,
        List<String> description,
        List<Operand> operands,
        List<Option> options,
        List<Example> examples,
        List<ExitCode> exitCodes,
        List<String> seeAlso) {
    public CommandSpec {
        requireNonNull(name);
        requireNonNull(summary);
        description = List.copyOf(description);
        operands = List.copyOf(operands);
        options = List.copyOf(options);
        examples = List.copyOf(examples);
        exitCodes = List.copyOf(exitCodes);
        seeAlso = List.copyOf(seeAlso);
    }

    /// Starts a declaration.
    public static Builder of(String name, String summary) {
        return new Builder(name, summary);
    }

    /// Its own options, then the common ones.
    public List<Option> allOptions() {
        List<Option> all = new ArrayList<>(options);
        all.addAll(CommonOptions.ALL);
        return all;
    }

    /// Every exit code that it can end with, by number.
    public List<ExitCode> allExitCodes() {
        List<ExitCode> all = new ArrayList<>(List.of(ExitCode.DONE, ExitCode.FAILURE, ExitCode.USAGE));
        all.addAll(exitCodes);
        all.sort(Comparator.comparingInt(ExitCode::code));
        return all;
    }

    /// `truename NAME [OPTION]... OPERANDS`.
    public String synopsis() {
        StringBuilder text = new StringBuilder("truename ").append(name).append(" [OPTION]...");
        for (Operand operand : operands) {
            text.append(' ').append(operand.synopsis());
        }
        return text.toString();
    }

    /// Collects a declaration's parts.
    public static final class Builder {
        private final String name;
        private final String summary;
        private final List<String> description = new ArrayList<>();
        private final List<Operand> operands = new ArrayList<>();
        private List<Option> options = List.of();
        private final List<Example> examples = new ArrayList<>();
        private List<ExitCode> exitCodes = List.of();
        private List<String> seeAlso = List.of();

        private Builder(String name, String summary) {
            this.name = name;
            this.summary = summary;
        }

        /// Adds a paragraph.
        public Builder paragraph(String text) {
            description.add(text);
            return this;
        }

        /// Adds an operand.
        public Builder operand(Operand operand) {
            operands.add(operand);
            return this;
        }

        /// Sets its own options, in the order of the manual.
        public Builder options(Option... values) {
            options = List.of(values);
            return this;
        }

        /// Adds an example.
        public Builder example(String command, String purpose) {
            examples.add(new Example(command, purpose));
            return this;
        }

        /// Sets the exit codes that it can end with, beside done, failure and usage.
        public Builder exits(ExitCode... values) {
            exitCodes = List.of(values);
            return this;
        }

        /// Sets the related commands.
        public Builder seeAlso(String... names) {
            seeAlso = List.of(names);
            return this;
        }

        /// The declaration.
        public CommandSpec build() {
            return new CommandSpec(name, summary, description, operands, options, examples, exitCodes, seeAlso);
        }
    }
}
