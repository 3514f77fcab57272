package dev.truename.cli.help;

import dev.truename.cli.args.Words;
import dev.truename.cli.spec.Option;

/// How an option is written in documents.
final class OptionText {
    private OptionText() {}

    /// `-q, --quiet`, `--root=DIR`, `--tls-verify[=BOOL]`.
    static String term(Option option) {
        String letter = option.letter() == Option.NO_LETTER ? "" : "-" + option.letter() + ", ";
        return letter + option.longName() + value(option);
    }

    /// `=DIR`, `[=BOOL]` or nothing.
    static String value(Option option) {
        return switch (option.kind()) {
            case FLAG -> "";
            case SWITCH -> "[=" + option.metavar() + "]";
            case VALUE, REPEATED -> "=" + option.metavar();
        };
    }

    /// Its help, with what the declaration itself tells.
    static String meaning(Option option) {
        StringBuilder text = new StringBuilder(option.help());
        if (option.kind() != Option.Kind.SWITCH && !option.choices().isEmpty()) {
            text.append(" One of ").append(Words.or(option.choices())).append('.');
        }
        if (option.kind() == Option.Kind.REPEATED) {
            text.append(" May be given several times.");
        }
        if (!option.environment().isEmpty()) {
            text.append(" Environment: `").append(option.environment()).append("`.");
        }
        return text.toString();
    }

    /// The first sentence of its help, plain and without its full stop.
    static String brief(Option option) {
        String text = option.help().replace("`", "");
        int end = text.indexOf(". ");
        String sentence = end < 0 ? text : text.substring(0, end);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
