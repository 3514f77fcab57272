package dev.truename.cli.help;

import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.CommonOptions;
import dev.truename.cli.spec.Example;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Operand;
import dev.truename.cli.spec.Option;
import java.util.List;

/// What `--help` prints.
public final class HelpPage {
    private static final int TERM_COLUMN = 28;
    private static final int COMMAND_COLUMN = 18;
    private static final int WIDEST = 110;

    private final StringBuilder out = new StringBuilder(4096);
    private final int width;

    private HelpPage(int width) {
        this.width = Math.min(width, WIDEST);
    }

    /// One command's help.
    public static String of(CommandSpec spec, int width) {
        return new HelpPage(width).command(spec);
    }

    /// The help of the whole program.
    public static String overview(List<CommandSpec> specs, int width) {
        return new HelpPage(width).all(specs);
    }

    /// The help of commands that share their first word.
    public static String group(String name, List<CommandSpec> specs, int width) {
        HelpPage page = new HelpPage(width);
        page.title("Usage");
        page.out.append("  truename ").append(name).append(" COMMAND [OPTION]... [ARGUMENT]...\n");
        page.commands(specs.stream()
                .filter(spec -> spec.name().startsWith(name + " "))
                .toList());
        page.more("truename " + name + " COMMAND --help");
        return page.out.toString();
    }

    private String command(CommandSpec spec) {
        Wrap.paragraph(out, "truename " + spec.name() + " - " + spec.summary(), 0, width);
        title("Usage");
        Wrap.paragraph(out, spec.synopsis(), 2, width);
        for (String paragraph : spec.description()) {
            out.append('\n');
            Wrap.paragraph(out, paragraph, 0, width);
        }
        operands(spec.operands());
        options("Options", spec.options());
        options("Options of every command", CommonOptions.ALL);
        examples(spec.examples());
        exitCodes(spec.allExitCodes());
        if (!spec.seeAlso().isEmpty()) {
            out.append("\nSee also: ").append(String.join(", ", spec.seeAlso())).append('\n');
        }
        return out.toString();
    }

    private String all(List<CommandSpec> specs) {
        Wrap.paragraph(out, "truename - " + Manual.SUMMARY, 0, width);
        title("Usage");
        out.append("  truename COMMAND [OPTION]... [ARGUMENT]...\n");
        commands(specs);
        options("Options of every command", CommonOptions.ALL);
        examples(Manual.EXAMPLES);
        more("truename COMMAND --help");
        return out.toString();
    }

    private void more(String command) {
        out.append("\nMore: ").append(command).append('\n');
    }

    private void commands(List<CommandSpec> specs) {
        title("Commands");
        for (CommandSpec spec : specs) {
            Wrap.entry(out, spec.name(), spec.summary(), COMMAND_COLUMN, width);
        }
    }

    private void operands(List<Operand> operands) {
        if (!operands.isEmpty()) {
            title("Arguments");
        }
        for (Operand operand : operands) {
            Wrap.entry(out, operand.metavar(), operand.help(), TERM_COLUMN, width);
        }
    }

    private void options(String title, List<Option> options) {
        if (!options.isEmpty()) {
            title(title);
        }
        for (Option option : options) {
            Wrap.entry(out, OptionText.term(option), OptionText.meaning(option), TERM_COLUMN, width);
        }
    }

    private void examples(List<Example> examples) {
        if (!examples.isEmpty()) {
            title("Examples");
        }
        for (Example example : examples) {
            out.append("  ").append(example.command()).append('\n');
            Wrap.paragraph(out, example.purpose(), 6, width);
        }
    }

    private void exitCodes(List<ExitCode> codes) {
        title("Exit status");
        for (ExitCode code : codes) {
            Wrap.entry(out, Integer.toString(code.code()), code.meaning(), 6, width);
        }
    }

    private void title(String text) {
        out.append(out.isEmpty() ? "" : "\n").append(text).append(":\n");
    }
}
