package dev.truename.cli.audit;

import dev.truename.names.audit.AuditClass;
import dev.truename.names.audit.AuditFinding;
import dev.truename.names.audit.AuditReport.Named;
import dev.truename.names.audit.AuditWords;
import dev.truename.names.audit.Decision;
import dev.truename.names.audit.NameAudit;
import dev.truename.names.audit.Target;
import dev.truename.names.reference.Qualified;
import dev.truename.names.workload.ImageUse;
import java.util.ArrayList;
import java.util.List;

/// The page's table of names. Headings are buttons that sort, with a field below each that filters; without scripts
/// they do nothing and the fields are not there.
final class AuditHtmlTable {
    /// More uses of one name are counted.
    private static final int MOST_USES = 200;

    private static final List<AuditClass> WORST_FIRST = List.of(AuditClass.values());

    private final Html html;
    private final Audited audited;

    AuditHtmlTable(Html html, Audited audited) {
        this.html = html;
        this.audited = audited;
    }

    void write() {
        html.open("section").element("h2", "The names").line();
        html.open("p", "class", "controls", "data-needs-script", "", "hidden", "");
        html.text("Choose a heading to sort, write below it to filter, or choose verdicts above. ");
        html.element("button", "Show all", "type", "button", "id", "clear")
                .close("p")
                .line();
        html.element("p", "", "class", "shown", "id", "shown", "role", "status").line();
        html.open("div", "class", "scroll", "role", "region", "aria-label", "The names", "tabindex", "0");
        html.open("table", "class", "names", "id", "names")
                .open("thead")
                .open("tr")
                .line();
        verdictHeading();
        heading("Name");
        heading("Means");
        heading("Docker and containerd take it for");
        heading("Uses");
        heading("What to do");
        html.close("tr").close("thead").open("tbody").line();
        audited.report().names().forEach(this::row);
        html.close("tbody").close("table").close("div").close("section").line();
    }

    private void startHeading(String title) {
        html.open("th", "scope", "col").element("button", title, "type", "button");
    }

    private void heading(String title) {
        startHeading(title);
        html.open("input", "type", "search", "aria-label", "Filter: " + title, "data-needs-script", "", "hidden", "");
        html.close("th").line();
    }

    private void verdictHeading() {
        startHeading("Verdict");
        html.open("select", "aria-label", "Filter: Verdict", "data-needs-script", "", "hidden", "");
        html.element("option", "all", "value", "");
        for (AuditClass kind : audited.report().counts().keySet()) {
            html.element("option", kind.word(), "value", kind.word());
        }
        html.close("select").close("th").line();
    }

    private void row(Named named) {
        NameAudit audit = named.audit();
        List<String> classes = new ArrayList<>();
        audit.findings().forEach(finding -> classes.add(finding.kind().word()));
        html.open("tr", "data-classes", String.join(" ", classes));
        html.open("td", "data-sort", String.valueOf(WORST_FIRST.indexOf(audit.worst())));
        for (AuditFinding finding : audit.findings()) {
            AuditClass kind = finding.kind();
            html.element(
                    "span", kind.word(), "class", "badge " + kind.severity().word(), "title", kind.meaning());
        }
        html.close("td");
        html.element("td", audit.image(), "class", "name");
        means(audit);
        html.open("td", "class", "name");
        html.text(audit.elsewhere().map(Qualified::toString).orElse("nothing")).close("td");
        uses(named);
        toDo(audit);
        html.close("tr").line();
    }

    private void means(NameAudit audit) {
        html.open("td", "class", "meaning");
        if (audit.means().isPresent()) {
            html.element("code", audit.means().get().toString());
        } else {
            html.element("span", "not sure", "class", "quiet");
        }
        html.open("ul");
        for (AuditFinding finding : audit.findings()) {
            html.element("li", AuditWords.of(finding), "class", "quiet");
        }
        if (audited.asked()) {
            for (Target target : audit.targets()) {
                html.open("li").element("code", target.reference().toString());
                html.text(": " + AuditWords.answer(target)).close("li");
            }
        }
        html.close("ul").close("td");
    }

    private void uses(Named named) {
        List<ImageUse> uses = named.uses();
        html.open("td", "class", "number", "data-sort", String.valueOf(uses.size()));
        html.open("details")
                .element("summary", AuditHtml.count(uses.size(), "use"))
                .open("ul");
        for (ImageUse use : uses.subList(0, Math.min(MOST_USES, uses.size()))) {
            html.open("li").element("code", use.place().toString());
            html.text(" " + use.holder() + (use.guess() ? ", a guess" : "")).close("li");
        }
        if (uses.size() > MOST_USES) {
            html.element("li", "and " + (uses.size() - MOST_USES) + " more");
        }
        html.close("ul").close("details").close("td");
    }

    private void toDo(NameAudit audit) {
        html.open("td", "class", "advice");
        switch (audit.decision()) {
            case Decision.Needless _ -> advice(audit);
            case Decision.Decided it -> {
                if (it.reason() instanceof Decision.Reason.PresentAlias) {
                    advice(audit);
                } else {
                    html.text("Write ").element("code", it.fullName().toString());
                    html.text(", which " + AuditWords.of(it.reason()) + ".");
                }
            }
            case Decision.Undecided it -> {
                advice(audit);
                html.element("span", " (" + AuditWords.of(it.doubt()) + ")", "class", "quiet");
            }
        }
        html.close("td");
    }

    private void advice(NameAudit audit) {
        html.text(audit.worst().advice());
    }
}
