package dev.truename.cli.help;

import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.CommonOptions;
import dev.truename.cli.spec.Example;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Operand;
import dev.truename.cli.spec.Option;
import java.util.List;

/// docs/cli.md.
public final class MarkdownReference {
    private final StringBuilder out = new StringBuilder(32_768);

    private MarkdownReference() {}

    /// The whole document.
    public static String of(List<CommandSpec> specs) {
        return new MarkdownReference().all(specs);
    }

    private String all(List<CommandSpec> specs) {
        out.append("<!-- Made from the commands' declarations; do not edit. -->\n# The `truename` command\n");
        Manual.DESCRIPTION.forEach(this::paragraph);
        contents(specs);
        out.append("\n## Options of every command\n\n");
        out.append("Behind the command's name or in front of it.\n");
        options(CommonOptions.ALL);
        exitCodes("## Exit status", List.of(ExitCode.values()));
        entries("## Environment", Manual.ENVIRONMENT);
        entries("## Files", Manual.FILES);
        specs.forEach(this::command);
        return out.toString();
    }

    private void contents(List<CommandSpec> specs) {
        out.append("\n| command | what it does |\n|---|---|\n");
        for (CommandSpec spec : specs) {
            out.append("| [`")
                    .append(spec.name())
                    .append("`](#")
                    .append(anchor(spec))
                    .append(") | ");
            out.append(spec.summary()).append(" |\n");
        }
    }

    private static String anchor(CommandSpec spec) {
        return "truename-" + spec.name().replace(' ', '-');
    }

    private void command(CommandSpec spec) {
        out.append("\n## truename ").append(spec.name()).append("\n\n```\n");
        out.append(spec.synopsis()).append("\n```\n");
        spec.description().forEach(this::paragraph);
        operands(spec.operands());
        options(spec.options());
        examples(spec.examples());
        exitCodes("**Exit status**", spec.allExitCodes());
        seeAlso(spec.seeAlso());
    }

    private void paragraph(String text) {
        out.append('\n').append(text).append('\n');
    }

    private void operands(List<Operand> operands) {
        if (!operands.isEmpty()) {
            out.append("\n| argument | |\n|---|---|\n");
        }
        for (Operand operand : operands) {
            row(operand.metavar(), operand.help());
        }
    }

    private void options(List<Option> options) {
        if (!options.isEmpty()) {
            out.append("\n| option | |\n|---|---|\n");
        }
        for (Option option : options) {
            row(OptionText.term(option), OptionText.meaning(option));
        }
    }

    private void entries(String title, List<Manual.Entry> entries) {
        out.append('\n').append(title).append("\n\n| | |\n|---|---|\n");
        entries.forEach(entry -> row(entry.name(), entry.meaning()));
    }

    private void exitCodes(String title, List<ExitCode> codes) {
        out.append('\n').append(title).append("\n\n| code | |\n|---|---|\n");
        codes.forEach(code -> row(Integer.toString(code.code()), code.meaning()));
    }

    private void row(String term, String meaning) {
        String cell = meaning.replace("|", "\\|");
        out.append("| `")
                .append(term.replace("|", "\\|"))
                .append("` | ")
                .append(cell)
                .append(" |\n");
    }

    private void examples(List<Example> examples) {
        if (examples.isEmpty()) {
            return;
        }
        out.append("\n```sh\n");
        for (Example example : examples) {
            out.append("# ").append(example.purpose().replace("`", "")).append('\n');
            out.append(example.command()).append('\n');
        }
        out.append("```\n");
    }

    private void seeAlso(List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        out.append("\nSee also:");
        for (String name : names) {
            String separator = name.equals(names.getFirst()) ? " " : ", ";
            out.append(separator).append("[`").append(name).append("`](#truename-");
            out.append(name.replace(' ', '-')).append(')');
        }
        out.append('\n');
    }
}
