package dev.truename.cli.help;

import dev.truename.cli.command.Catalogue;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.CommonOptions;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.Option;
import java.util.List;

/// The completion script for fish.
final class FishCompletion {
    private static final String SEEN = "__fish_seen_subcommand_from ";

    private final StringBuilder out = new StringBuilder(16_384);
    private final Catalogue catalogue;

    private FishCompletion(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static String of(Catalogue catalogue) {
        return new FishCompletion(catalogue).script();
    }

    private String script() {
        out.append("# Completion of truename in fish. Made by: truename completion fish\n");
        out.append("complete -c truename -f\n");
        CommonOptions.ALL.forEach(option -> option("", option));
        for (String group : catalogue.groups()) {
            offer("__fish_use_subcommand", group, "commands: " + String.join(", ", catalogue.inGroup(group)));
        }
        catalogue.specs().forEach(this::command);
        return out.toString();
    }

    private void command(CommandSpec spec) {
        String condition = condition(spec.name());
        offer(whereTyped(spec.name()), spec.name().substring(spec.name().indexOf(' ') + 1), spec.summary());
        spec.options().forEach(option -> option(condition, option));
        if (!spec.operands().isEmpty()) {
            String values = values(spec.operands().getFirst().completion());
            if (!values.isEmpty()) {
                out.append("complete -c truename -n ")
                        .append(quoted(condition))
                        .append(values)
                        .append('\n');
            }
        }
    }

    private String whereTyped(String name) {
        int space = name.indexOf(' ');
        if (space < 0) {
            return "__fish_use_subcommand";
        }
        String group = name.substring(0, space);
        return SEEN + group + "; and not " + SEEN + String.join(" ", catalogue.inGroup(group));
    }

    private static String condition(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? SEEN + name : SEEN + name.substring(0, space) + "; and " + SEEN + name.substring(space + 1);
    }

    private void offer(String condition, String word, String summary) {
        out.append("complete -c truename -n ")
                .append(quoted(condition))
                .append(" -a ")
                .append(word);
        out.append(" -d ").append(quoted(summary)).append('\n');
    }

    private void option(String condition, Option option) {
        out.append("complete -c truename");
        if (!condition.isEmpty()) {
            out.append(" -n ").append(quoted(condition));
        }
        out.append(" -l ").append(option.name());
        if (option.letter() != Option.NO_LETTER) {
            out.append(" -s ").append(option.letter());
        }
        if (option.takesNextArgument()) {
            boolean file =
                    option.completion() == Completion.FILE && option.choices().isEmpty();
            out.append(file ? " -r" : " -x"); // fish offers files, too, unless it is told not to
            String words = String.join(" ", option.choices());
            out.append(words.isEmpty() ? values(option.completion()) : " -a " + quoted(words));
        }
        out.append(" -d ").append(quoted(OptionText.brief(option))).append('\n');
    }

    private String values(Completion completion) {
        return switch (completion) {
            case NOTHING -> "";
            case FILE -> " -F";
            case DIRECTORY -> " -a '(__fish_complete_directories)'";
            case IMAGE -> " -a '(truename images --quiet 2> /dev/null)'";
            case ALIAS -> " -a '(truename alias list --quiet 2> /dev/null)'";
            case COMMAND -> " -a " + quoted(String.join(" ", List.copyOf(catalogue.names())));
            case SHELL -> " -a " + quoted(String.join(" ", CompletionCommand.SHELLS));
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
