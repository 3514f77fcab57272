package dev.truename.cli.help;

import dev.truename.cli.command.Catalogue;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.CommonOptions;
import dev.truename.cli.spec.Completion;
import dev.truename.cli.spec.Option;
import java.util.ArrayList;
import java.util.List;

/// The completion script for bash 4 and newer; needs no other package.
///
/// bash takes a command line apart at `:` and `=` too, so the script reads the line itself and afterwards leaves out
/// of each candidate what bash will not replace.
final class BashCompletion {
    private static final String HEAD = """
            # Completion of truename in bash. Made by: truename completion bash
            _truename() {
                local line=${COMP_LINE:0:COMP_POINT} command='' option='' operands='' expects='' kind='' choices=''
                local full=${line##*[[:space:]]} value lead='' word reply
                local -a words
                read -ra words <<< "$line"
                [[ -n $full ]] && unset 'words[-1]'
                for word in "${words[@]:1}"; do
                    if [[ -n $expects ]]; then
                        expects=''
                        continue
                    fi
                    case $word in
            """;
    private static final String COMMAND_WORDS = """
                        --) operands=1 ;;
                        -*) ;;
                        *)
                            case $command in
            """;
    private static final String VALUES = """
                            esac
                            ;;
                    esac
                done
                value=$full
                if [[ -n $expects ]]; then
                    option=$expects
                elif [[ -z $operands && $full == --*=* ]]; then
                    option=${full%%=*}
                    lead=$option=
                    value=${full#*=}
                fi
                if [[ -n $option ]]; then
                    case "$command:$option" in
            """;
    private static final String OPTIONS = """
                    esac
                elif [[ -z $operands && $full == -* ]]; then
                    case $command in
            """;
    private static final String OPERANDS = """
                    esac
                else
                    case $command in
            """;
    private static final String TAIL = """
                    esac
                fi
                COMPREPLY=()
                case $kind in
                    file) mapfile -t COMPREPLY < <(compgen -f -- "$value"); compopt -o filenames 2> /dev/null ;;
                    directory) mapfile -t COMPREPLY < <(compgen -d -- "$value"); compopt -o filenames 2> /dev/null ;;
                    image) choices=$(truename images --quiet 2> /dev/null) ;;
                    alias) choices=$(truename alias list --quiet 2> /dev/null) ;;
                esac
                [[ -n $choices ]] && mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$value")
                word=${COMP_WORDS[COMP_CWORD]}
                [[ $word == [:=] ]] && word=''
                lead=${full%"$word"}
                lead=${lead#"${full%"$value"}"}
                for reply in "${!COMPREPLY[@]}"; do
                    COMPREPLY[reply]=${COMPREPLY[reply]#"$lead"}
                    [[ ${COMPREPLY[reply]} == *= ]] && compopt -o nospace 2> /dev/null
                done
            }
            complete -F _truename truename
            """;

    private final StringBuilder out = new StringBuilder(16_384);
    private final Catalogue catalogue;
    private final List<CommandSpec> specs;

    private BashCompletion(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.specs = catalogue.specs();
    }

    static String of(Catalogue catalogue) {
        return new BashCompletion(catalogue).script();
    }

    private String script() {
        out.append(HEAD);
        out.append("            ").append(String.join("|", takingNext())).append(") expects=$word ;;\n");
        out.append(COMMAND_WORDS);
        out.append("                    '') command=$word ;;\n");
        for (String group : catalogue.groups()) {
            out.append("                    ").append(group).append(") command+=\" $word\" ;;\n");
        }
        out.append(VALUES);
        specs.forEach(spec -> spec.options().forEach(option -> value(spec.name(), option)));
        CommonOptions.ALL.forEach(option -> value("*", option));
        out.append(OPTIONS);
        specs.forEach(spec -> branch(spec.name(), choices(names(spec.allOptions()))));
        out.append("            *) ").append(choices(names(commonAndVersion()))).append(" ;;\n");
        out.append(OPERANDS);
        branch("", choices(firstWords()));
        catalogue.groups().forEach(group -> branch(group, choices(catalogue.inGroup(group))));
        specs.forEach(this::operand);
        return out.append(TAIL).toString();
    }

    private static List<Option> commonAndVersion() {
        List<Option> options = new ArrayList<>(CommonOptions.ALL);
        options.add(Option.flag("version", ""));
        return options;
    }

    private List<String> firstWords() {
        List<String> words = new ArrayList<>(catalogue.groups());
        for (String name : catalogue.names()) {
            if (name.indexOf(' ') < 0) {
                words.add(name);
            }
        }
        return words;
    }

    private List<String> takingNext() {
        List<String> patterns = new ArrayList<>();
        for (CommandSpec spec : specs) {
            for (Option option : spec.allOptions()) {
                if (option.takesNextArgument() && !patterns.contains(option.longName())) {
                    patterns.add(option.longName());
                    if (option.letter() != Option.NO_LETTER) {
                        patterns.add("-" + option.letter());
                    }
                }
            }
        }
        return patterns;
    }

    private static List<String> names(List<Option> options) {
        List<String> names = new ArrayList<>();
        options.forEach(option -> names.add(option.longName() + (option.takesNextArgument() ? "=" : "")));
        return names;
    }

    private void value(String command, Option option) {
        String set = option.choices().isEmpty() ? kind(option.completion()) : choices(option.choices());
        if (!set.isEmpty()) {
            String pattern = command.equals("*") ? "*:" : "'" + command + "':";
            out.append("            ").append(pattern).append(option.longName());
            out.append(") ").append(set).append(" ;;\n");
        }
    }

    private void operand(CommandSpec spec) {
        if (!spec.operands().isEmpty()) {
            String set = kind(spec.operands().getFirst().completion());
            if (!set.isEmpty()) {
                branch(spec.name(), set);
            }
        }
    }

    private void branch(String command, String set) {
        out.append("            '").append(command).append("') ").append(set).append(" ;;\n");
    }

    private String kind(Completion completion) {
        return switch (completion) {
            case NOTHING -> "";
            case FILE -> "kind=file";
            case DIRECTORY -> "kind=directory";
            case IMAGE -> "kind=image";
            case ALIAS -> "kind=alias";
            case COMMAND -> choices(firstWords());
            case SHELL -> choices(CompletionCommand.SHELLS);
        };
    }

    private static String choices(List<String> words) {
        return "choices='" + String.join(" ", words) + "'";
    }
}
