package dev.truename.cli.audit;

import dev.truename.cli.io.Console;
import dev.truename.cli.io.Descriptor;
import dev.truename.cli.io.Styled;
import dev.truename.cli.io.Styled.Style;
import dev.truename.names.audit.AuditClass;
import dev.truename.names.audit.AuditFinding;
import dev.truename.names.audit.AuditReport;
import dev.truename.names.audit.AuditReport.Named;
import dev.truename.names.audit.AuditWords;
import dev.truename.names.audit.Decision;
import dev.truename.names.audit.NameAudit;
import dev.truename.names.audit.Target;
import dev.truename.names.reference.Printable;
import dev.truename.names.workload.ImageUse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An audit for people: the worst first, each name once, with what makes it so and where it is used; numbers at the
/// end.
final class AuditText {
    /// More uses of one name are counted.
    private static final int SHOWN_USES = 5;

    private static final int LONGEST_WORD =
            AuditClass.BREAKS_UNDER_ENFORCING.word().length();

    private final Console console;
    private final Audited audited;
    private final boolean everything;
    private final int width;

    /// @param everything whether names that are as they should be are listed too, and every use
    AuditText(Console console, Audited audited, boolean everything) {
        this.console = console;
        this.audited = audited;
        this.everything = everything;
        this.width = console.width(Descriptor.OUTPUT);
    }

    void print() {
        @Nullable AuditClass group = null;
        for (Named named : audited.report().names()) {
            AuditClass worst = named.audit().worst();
            if (worst.severity() == AuditClass.Severity.FINE && !everything) {
                break; // all that follow are, too
            }
            if (worst != group) {
                group = worst;
                title(group);
            }
            name(named);
        }
        numbers();
    }

    private void title(AuditClass group) {
        paragraph("", style(group), group.word(), group.meaning(), "  ");
        console.out().line("");
    }

    private void name(Named named) {
        NameAudit audit = named.audit();
        console.out().line(console.forOut().add("  ").add(Style.BOLD, audit.image()));
        for (AuditFinding finding : audit.findings()) {
            fact(style(finding.kind()), finding.kind().word(), AuditWords.of(finding));
        }
        if (audited.asked() && audit.targets().size() > 1) {
            for (Target target : audit.targets()) {
                fact(Style.PLAIN, "asked", target.reference() + ": " + AuditWords.answer(target));
            }
        }
        mending(audit.decision());
        uses(named.uses());
        console.out().line("");
    }

    private void mending(Decision decision) {
        switch (decision) {
            case Decision.Needless _ -> {}
            case Decision.Decided it -> {
                if (!(it.reason() instanceof Decision.Reason.PresentAlias)) {
                    fact(Style.GREEN, "write", it.fullName() + ", which " + AuditWords.of(it.reason()));
                }
            }
            case Decision.Undecided it -> fact(Style.YELLOW, "undecided", AuditWords.of(it.doubt()));
        }
    }

    private void uses(List<ImageUse> uses) {
        int shown = everything ? uses.size() : Math.min(SHOWN_USES, uses.size());
        for (ImageUse use : uses.subList(0, shown)) {
            fact(Style.DIM, "used", AuditWords.of(use));
        }
        if (shown < uses.size()) {
            fact(Style.DIM, "", "and " + (uses.size() - shown) + " more: see them with --all");
        }
    }

    private void fact(Style style, String label, String text) {
        paragraph("    ", style, label, text, "      ");
    }

    /// A word and what it says, on as many lines as it takes.
    ///
    /// @param hanging what further lines start with
    private void paragraph(String indent, Style style, String label, String text, String hanging) {
        Styled line = console.forOut().add(indent).add(style, label);
        int column = indent.length() + label.length();
        String gap = label.isEmpty() ? "" : "  ";
        for (String word : Printable.text(text).split(" ", -1)) {
            if (column + gap.length() + word.length() > width && column > hanging.length()) {
                console.out().line(line);
                line = console.forOut();
                column = 0;
                gap = hanging;
            }
            line.add(gap + word);
            column += gap.length() + word.length();
            gap = " ";
        }
        console.out().line(line);
    }

    private void numbers() {
        AuditReport report = audited.report();
        AuditReport.Count all = report.all();
        console.out()
                .line(console.forOut()
                        .add(
                                Style.BOLD,
                                count(all.names(), "image name") + ", "
                                        + report.shortNames().names() + " of them short; " + count(all.uses(), "use")
                                        + " in "
                                        + count(audited.files(), "file")));
        for (Map.Entry<AuditClass, AuditReport.Count> entry : report.counts().entrySet()) {
            String word = entry.getKey().word();
            console.out()
                    .line(console.forOut()
                            .add("  ")
                            .add(style(entry.getKey()), word)
                            .add(" ".repeat(LONGEST_WORD + 2 - word.length()))
                            .add(count(entry.getValue().names(), "name") + " in "
                                    + count(entry.getValue().uses(), "use")));
        }
        Audited.Mendable mendable = audited.mendable();
        if (mendable.unmended() > 0) {
            sentence(mendable.decided() + " of " + count(mendable.names(), "short name")
                    + " can be given one meaning now: see --fix and --rewrite");
        }
        for (FullNames.File file : audited.fullNames().files()) {
            sentence("wrote " + count(file.rewritten().names(), "full name") + " into " + file.path());
        }
        if (!audited.asked() && report.counts().containsKey(AuditClass.AMBIGUOUS)) {
            sentence("No registry was asked: --probe asks which images there are, --prefer decides without.");
        }
    }

    private void sentence(String text) {
        paragraph("", Style.PLAIN, "", text, "  ");
    }

    private static String count(int number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    private static Style style(AuditClass kind) {
        return switch (kind.severity()) {
            case ERROR -> Style.RED;
            case WARNING -> Style.YELLOW;
            case NOTE -> Style.CYAN;
            case FINE -> Style.GREEN;
        };
    }
}
