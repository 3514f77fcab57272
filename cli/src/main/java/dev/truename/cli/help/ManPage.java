package dev.truename.cli.help;

import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.CommonOptions;
import dev.truename.cli.spec.Example;
import dev.truename.cli.spec.ExitCode;
import dev.truename.cli.spec.Operand;
import dev.truename.cli.spec.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Manual pages in roff's man macros (groff_man(7)).
public final class ManPage {
    private final StringBuilder out = new StringBuilder(4096);

    private ManPage() {}

    /// The page's name, such as `truename-alias-add`.
    public static String name(CommandSpec spec) {
        return "truename-" + spec.name().replace(' ', '-');
    }

    /// One command's page.
    public static String of(CommandSpec spec) {
        return new ManPage().command(spec);
    }

    /// truename(1).
    public static String overview(List<CommandSpec> specs) {
        return new ManPage().all(specs);
    }

    private String command(CommandSpec spec) {
        header(name(spec), spec.summary());
        synopsis(spec.name(), spec.operands());
        description(spec.description());
        if (!spec.operands().isEmpty()) {
            section("ARGUMENTS");
        }
        for (Operand operand : spec.operands()) {
            term("\\fI" + plain(operand.metavar()) + "\\fR", operand.help());
        }
        section("OPTIONS");
        spec.options().forEach(this::option);
        if (!spec.options().isEmpty()) {
            line(".SS Options of every command");
        }
        CommonOptions.ALL.forEach(this::option);
        examples(spec.examples());
        exitCodes(spec.allExitCodes());
        List<String> pages = new ArrayList<>(List.of("truename"));
        spec.seeAlso().forEach(other -> pages.add("truename-" + other.replace(' ', '-')));
        seeAlso(pages);
        return out.toString();
    }

    private String all(List<CommandSpec> specs) {
        header("truename", Manual.SUMMARY);
        section("SYNOPSIS");
        line(".B truename");
        line("\\fICOMMAND\\fR [\\fIOPTION\\fR]... [\\fIARGUMENT\\fR]...");
        description(Manual.DESCRIPTION);
        section("COMMANDS");
        specs.forEach(spec -> term("\\fB" + literal(name(spec)) + "\\fR(1)", sentence(spec.summary())));
        section("OPTIONS");
        line("Every command takes these, behind its name or in front of it.");
        CommonOptions.ALL.forEach(this::option);
        section("ENVIRONMENT");
        Manual.ENVIRONMENT.forEach(entry -> term("\\fB" + literal(entry.name()) + "\\fR", entry.meaning()));
        section("FILES");
        Manual.FILES.forEach(entry -> term("\\fI" + literal(entry.name()) + "\\fR", entry.meaning()));
        examples(Manual.EXAMPLES);
        exitCodes(List.of(ExitCode.values()));
        seeAlso(List.of("podman", "skopeo"));
        return out.toString();
    }

    private void header(String name, String summary) {
        line(".\\\" Made from the commands' declarations; do not edit.");
        line(".TH \"" + literal(name.toUpperCase(Locale.ROOT)) + "\" \"1\" \"\" \"Truename\" \"Truename Manual\"");
        line(".nh");
        line(".ad l");
        section("NAME");
        line(literal(name) + " \\- " + text(summary));
    }

    private void synopsis(String name, List<Operand> operands) {
        section("SYNOPSIS");
        line(".B truename " + name);
        StringBuilder rest = new StringBuilder("[\\fIOPTION\\fR]...");
        for (Operand operand : operands) {
            rest.append(' ').append(operand.synopsis().replace(operand.metavar(), "\\fI" + operand.metavar() + "\\fR"));
        }
        line(rest.toString());
    }

    private void description(List<String> paragraphs) {
        section("DESCRIPTION");
        for (int i = 0; i < paragraphs.size(); i++) {
            if (i > 0) {
                line(".PP");
            }
            line(text(paragraphs.get(i)));
        }
    }

    private void option(Option option) {
        String letter = option.letter() == Option.NO_LETTER ? "" : "\\fB\\-" + option.letter() + "\\fR, ";
        String value = OptionText.value(option).replace(option.metavar(), "\\fI" + option.metavar() + "\\fR");
        String name = "\\fB" + literal(option.longName()) + "\\fR";
        term(letter + name + (option.metavar().isEmpty() ? "" : value), OptionText.meaning(option));
    }

    private void examples(List<Example> examples) {
        if (!examples.isEmpty()) {
            section("EXAMPLES");
        }
        for (Example example : examples) {
            line(".PP");
            line(text(example.purpose()));
            line(".PP");
            line(".in +4n");
            line(".EX");
            line(guarded(literal(example.command())));
            line(".EE");
            line(".in");
        }
    }

    private void exitCodes(List<ExitCode> codes) {
        section("EXIT STATUS");
        for (ExitCode code : codes) {
            term("\\fB" + code.code() + "\\fR", code.meaning());
        }
    }

    private void seeAlso(List<String> pages) {
        section("SEE ALSO");
        List<String> set = new ArrayList<>();
        pages.forEach(page -> set.add("\\fB" + literal(page) + "\\fR(1)"));
        set.add("\\fBcontainers\\-registries.conf\\fR(5)");
        line(String.join(",\n", set));
    }

    private void term(String term, String meaning) {
        line(".TP");
        line(guarded(term));
        line(text(meaning));
    }

    private void section(String title) {
        line(".SH " + title);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private static String sentence(String phrase) {
        return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1) + ".";
    }

    /// Running text: what is in backquotes is bold.
    private static String text(String text) {
        StringBuilder set = new StringBuilder();
        String[] parts = text.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            set.append(i % 2 == 0 ? plain(parts[i]) : "\\fB" + literal(parts[i]) + "\\fR");
        }
        return guarded(set.toString());
    }

    private static String plain(String text) {
        return text.replace("\\", "\\e").replace("--", "\\-\\-");
    }

    /// Text to be typed: its dashes are dashes, and can be copied.
    private static String literal(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-");
    }

    /// A line that is not taken for a request.
    private static String guarded(String line) {
        return line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line;
    }
}
