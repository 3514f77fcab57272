package dev.truename.cli.help;

import dev.truename.cli.command.Catalogue;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.CommonOptions;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.Operand;
import dev.truename.cli.spec.Option;
import java.util.List;

/// The completion script for zsh, on its function `_arguments` (zshcompsys(1)).
final class ZshCompletion {
    private static final String HEAD = """
            #compdef truename
            # Completion of truename in zsh. Made by: truename completion zsh
            _truename_images() {
                local -a images
                images=(${(f)"$(truename images --quiet 2> /dev/null)"})
                compadd -a images
            }
            _truename_aliases() {
                local -a aliases
                aliases=(${(f)"$(truename alias list --quiet 2> /dev/null)"})
                compadd -a aliases
            }
            """;
    private static final String TAIL = """
            if [[ $funcstack[1] == _truename ]]; then
                _truename "$@"
            else
                compdef _truename truename
            fi
            """;

    private final StringBuilder out = new StringBuilder(16_384);
    private final Catalogue catalogue;

    private ZshCompletion(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static String of(Catalogue catalogue) {
        return new ZshCompletion(catalogue).script();
    }

    private String script() {
        out.append(HEAD);
        catalogue.specs().forEach(this::command);
        for (String group : catalogue.groups()) {
            choice(function(group), group + " ", catalogue.inGroup(group));
        }
        List<String> words = catalogue.names().stream()
                .map(name -> name.indexOf(' ') < 0 ? name : name.substring(0, name.indexOf(' ')))
                .distinct()
                .toList();
        choice("_truename", "", words);
        return out.append(TAIL).toString();
    }

    private void command(CommandSpec spec) {
        out.append(function(spec.name())).append("() {\n    _arguments -s -S");
        spec.allOptions().forEach(this::option);
        for (int i = 0; i < spec.operands().size(); i++) {
            Operand operand = spec.operands().get(i);
            String place = operand.repeated() ? "*" : Integer.toString(i + 1);
            argument(place + ":" + operand.metavar() + ":" + action(operand.completion()));
        }
        out.append("\n}\n");
    }

    private void choice(String function, String prefix, List<String> words) {
        out.append(function).append("() {\n    local curcontext=$curcontext state line\n    _arguments -C -S");
        CommonOptions.ALL.forEach(this::option);
        argument("1:command:(" + String.join(" ", words) + ")");
        argument("*::argument:->rest");
        out.append("\n    [[ $state == rest ]] || return 0\n    case $words[1] in\n");
        for (String word : words) {
            out.append("        ")
                    .append(word)
                    .append(") ")
                    .append(function(prefix + word))
                    .append(" ;;\n");
        }
        out.append("    esac\n}\n");
    }

    private void option(Option option) {
        String help = "[" + OptionText.brief(option).replace("[", "\\[").replace("]", "\\]") + "]";
        String many = option.kind() == Option.Kind.REPEATED ? "*" : "";
        String value = option.takesNextArgument() ? ":" + option.metavar() + ":" + values(option) : "";
        argument(many + option.longName() + (value.isEmpty() ? "" : "=") + help + value);
        if (option.letter() != Option.NO_LETTER) {
            argument(many + "-" + option.letter() + (value.isEmpty() ? "" : "+") + help + value);
        }
    }

    private String values(Option option) {
        return option.choices().isEmpty()
                ? action(option.completion())
                : "(" + String.join(" ", option.choices()) + ")";
    }

    private String action(Completion completion) {
        return switch (completion) {
            case NOTHING -> " ";
            case FILE -> "_files";
            case DIRECTORY -> "_files -/";
            case IMAGE -> "_truename_images";
            case ALIAS -> "_truename_aliases";
            case COMMAND -> "(" + String.join(" ", catalogue.names()).replace("  ", " ") + ")";
            case SHELL -> "(" + String.join(" ", CompletionCommand.SHELLS) + ")";
        };
    }

    private void argument(String text) {
        out.append(" \\\n        '").append(text.replace("'", "'\\''")).append('\'');
    }

    private static String function(String name) {
        return "_truename_" + name.replace(' ', '_');
    }
}
