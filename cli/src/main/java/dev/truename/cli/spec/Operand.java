package dev.truename.cli.spec;

import static java.util.Objects.requireNonNull;

/// What a command works on, by place.
///
/// @param metavar what stands for it in help
/// @param required whether at least one must be given
/// @param repeated whether several may be given; for the last operand only
/// @param help sentences for the manual
public record Operand(String metavar, boolean required, boolean repeated, String help, Completion completion) {
    public Operand {
        requireNonNull(metavar);
        requireNonNull(help);
        requireNonNull(completion);
    }

    /// Exactly one.
    public static Operand one(String metavar, String help, Completion completion) {
        return new Operand(metavar, true, false, help, completion);
    }

    /// One or none.
    public static Operand optional(String metavar, String help, Completion completion) {
        return new Operand(metavar, false, false, help, completion);
    }

    /// One or more.
    public static Operand many(String metavar, String help, Completion completion) {
        return new Operand(metavar, true, true, help, completion);
    }

    /// As it stands in a synopsis: `NAME`, `[NAME]`, `NAME...`.
    public String synopsis() {
        String text = repeated ? metavar + "..." : metavar;
        return required ? text : "[" + text + "]";
    }
}
