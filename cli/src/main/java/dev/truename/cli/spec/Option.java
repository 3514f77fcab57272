package dev.truename.cli.spec;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// One option of a command.
///
/// @param name the long name, without dashes
/// @param letter the short name, or [#NO_LETTER]
/// @param metavar what stands for the value in help; empty for a [Kind#FLAG]
/// @param help sentences for the manual; names in backquotes are set as literals
/// @param choices the values that are allowed; empty if any is
/// @param environment the environment variable that sets the same; empty if there is none
public record Option(
        String name,
        char letter,
        Kind kind,
        String metavar,
        String help,
        List<String> choices,
        String environment,
        Completion completion) {
    /// Stands for "no short name".
    public static final char NO_LETTER = '\0';

    private static final List<String> BOOLEANS = List.of("true", "false");

    /// How an option takes its value.
    public enum Kind {
        /// Takes none.
        FLAG,
        /// Takes `true` or `false` behind `=`; alone it means `true`.
        SWITCH,
        /// Takes one; the last one given counts.
        VALUE,
        /// Takes one each time it is given; all count.
        REPEATED
    }

    public Option {
        requireNonNull(name);
        requireNonNull(kind);
        requireNonNull(metavar);
        requireNonNull(help);
        requireNonNull(environment);
        requireNonNull(completion);
        choices = List.copyOf(choices);
    }

    /// An option that takes no value.
    public static Option flag(String name, String help) {
        return new Option(name, NO_LETTER, Kind.FLAG, "", help, List.of(), "", Completion.NOTHING);
    }

    /// An option that is `true` alone and can be set to `false` behind `=`.
    public static Option onOff(String name, String help) {
        return new Option(name, NO_LETTER, Kind.SWITCH, "BOOL", help, BOOLEANS, "", Completion.NOTHING);
    }

    /// An option that takes a value.
    public static Option value(String name, String metavar, String help) {
        return new Option(name, NO_LETTER, Kind.VALUE, metavar, help, List.of(), "", Completion.NOTHING);
    }

    /// An option that can be given several times.
    public static Option repeated(String name, String metavar, String help) {
        return new Option(name, NO_LETTER, Kind.REPEATED, metavar, help, List.of(), "", Completion.NOTHING);
    }

    /// The same with a short name.
    public Option letter(char value) {
        return new Option(name, value, kind, metavar, help, choices, environment, completion);
    }

    /// The same for these values only.
    public Option choices(String... values) {
        return new Option(name, letter, kind, metavar, help, List.of(values), environment, completion);
    }

    /// The same, with the variable that sets it too.
    public Option environment(String variable) {
        return new Option(name, letter, kind, metavar, help, choices, variable, completion);
    }

    /// The same, with what a shell may offer for its value.
    public Option completion(Completion value) {
        return new Option(name, letter, kind, metavar, help, choices, environment, value);
    }

    /// Whether the next argument is its value if none is joined by `=`.
    public boolean takesNextArgument() {
        return kind == Kind.VALUE || kind == Kind.REPEATED;
    }

    /// `--name`.
    public String longName() {
        return "--" + name;
    }
}
