package dev.truename.cli.node;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Option;
import java.time.Duration;

/// Values of options that are times and numbers.
final class Values {
    private static final int MAX_DIGITS = 6;

    private Values() {}

    /// `90s`, `5m`, `1h`, or `0`.
    static Duration duration(Arguments arguments, Option option, Duration usual) throws CommandException {
        String text = arguments.value(option).orElse("");
        if (text.isEmpty()) {
            return usual;
        }
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        String digits = text.substring(0, text.length() - 1);
        if (!isNumber(digits)) {
            throw wrong(option, text);
        }
        long number = Long.parseLong(digits);
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> throw wrong(option, text);
        };
    }

    private static CommandException wrong(Option option, String text) {
        return usage(
                "the value of " + option.longName() + " is no time: " + text,
                "Write it like 90s, 5m or 1h; 0 is none.");
    }

    static int number(Arguments arguments, Option option, int usual, int most) throws CommandException {
        String text = arguments.value(option).orElse("");
        int number = text.isEmpty() ? usual : isNumber(text) ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw usage(
                    "option " + option.longName() + " takes a number from 1 to " + most + ", not \"" + text + "\"", "");
        }
        return number;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static CommandException usage(String message, String fix) {
        return new CommandException(ExitCode.USAGE, "usage", message, fix);
    }
}
