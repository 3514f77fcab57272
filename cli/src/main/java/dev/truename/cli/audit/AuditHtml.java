package dev.truename.cli.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.truename.cli.command.Version;
import dev.truename.names.audit.AuditClass;
import dev.truename.names.audit.AuditClass.Severity;
import dev.truename.names.audit.AuditReport;
import dev.truename.names.audit.AuditReport.Named;
import dev.truename.names.workload.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An audit as one page that needs nothing else: it asks for no other file, and its policy lets it load none. Without
/// scripts the table is whole, and only not sortable.
final class AuditHtml {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Html html = new Html();
    private final Audited audited;

    private AuditHtml(Audited audited) {
        this.audited = audited;
    }

    /// @param at when the audit was made
    static String of(Audited audited, Instant at) {
        return new AuditHtml(audited).write(at);
    }

    private String write(Instant at) {
        String style = resource("report.css");
        String script = resource("report.js");
        html.own("<!DOCTYPE html>")
                .line()
                .open("html", "lang", "en")
                .open("head")
                .line();
        html.open("meta", "charset", "utf-8").line();
        html.open(
                        "meta",
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script)
                                + "'; base-uri 'none'; form-action 'none'")
                .line();
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.element("title", "Image name audit").line();
        html.open("style").own(style).close("style").close("head").line();
        html.open("body").line();
        top(at);
        numbers();
        verdicts();
        new AuditHtmlTable(html, audited).write();
        problems();
        html.open("script")
                .own(script)
                .close("script")
                .close("body")
                .close("html")
                .line();
        return html.toString();
    }

    private void top(Instant at) {
        html.open("header").element("h1", "Image name audit").line();
        html.element("p", headline(), "class", "headline").line();
        AuditReport.Count all = audited.report().all();
        html.element(
                        "p",
                        count(all.uses(), "use") + " in " + count(audited.files(), "file") + ", " + DAY.format(at)
                                + ", truename " + Version.text() + ". Short-name mode: "
                                + audited.configuration().effectiveMode().word() + ". "
                                + (audited.asked()
                                        ? "Registries were asked."
                                        : "No registry was asked: this is what the configuration alone tells."),
                        "class",
                        "facts")
                .line();
        html.close("header").line();
    }

    private String headline() {
        int all = audited.report().all().names();
        int bad = worst().getOrDefault(Severity.ERROR, 0);
        if (all == 0) {
            return "No image is named.";
        }
        return bad == 0
                ? "None of " + count(all, "image name") + " needs attention."
                : bad + " of " + count(all, "image name") + (bad == 1 ? " needs" : " need") + " attention.";
    }

    /// The names by how much the worst that is found of them matters.
    private Map<Severity, Integer> worst() {
        Map<Severity, Integer> worst = new EnumMap<>(Severity.class);
        for (Named named : audited.report().names()) {
            worst.merge(named.audit().worst().severity(), 1, Integer::sum);
        }
        return worst;
    }

    private void numbers() {
        Map<Severity, Integer> worst = worst();
        Audited.Mendable mendable = audited.mendable();
        html.open("section", "aria-label", "Numbers")
                .open("div", "class", "cards")
                .line();
        card(audited.report().all().names(), "image names", "");
        card(audited.report().shortNames().names(), "of them short: without a registry", "");
        int bad = worst.getOrDefault(Severity.ERROR, 0);
        card(bad, "need attention", bad == 0 ? "fine" : "error");
        AuditReport.@Nullable Count breaking = audited.report().counts().get(AuditClass.BREAKS_UNDER_ENFORCING);
        int breaks = breaking == null ? 0 : breaking.names();
        card(breaks, "stop working where short names are enforced", breaks == 0 ? "fine" : "error");
        card(mendable.decided(), "of " + mendable.names() + " short names can be given one meaning now", "");
        html.close("div").line();
        bar(worst);
        html.close("section").line();
    }

    private void card(int number, String label, String kind) {
        html.open("div", "class", ("card " + kind).strip());
        html.element("strong", String.valueOf(number)).text(label).close("div").line();
    }

    /// Drawn, since the page's policy allows no style attributes.
    private void bar(Map<Severity, Integer> worst) {
        if (worst.isEmpty()) {
            return;
        }
        int all = audited.report().all().names();
        html.open(
                "svg",
                "class",
                "bar",
                "role",
                "img",
                "aria-label",
                legend(worst),
                "viewBox",
                "0 0 " + all + " 1",
                "preserveAspectRatio",
                "none");
        int at = 0;
        for (Map.Entry<Severity, Integer> part : worst.entrySet()) {
            html.element(
                    "rect",
                    "",
                    "class",
                    part.getKey().word(),
                    "x",
                    String.valueOf(at),
                    "width",
                    String.valueOf(part.getValue()),
                    "height",
                    "1");
            at += part.getValue();
        }
        html.close("svg").open("ul", "class", "legend");
        worst.forEach((severity, names) -> html.element("li", names + " " + words(severity), "class", severity.word()));
        html.close("ul").line();
    }

    private static String legend(Map<Severity, Integer> worst) {
        StringBuilder text = new StringBuilder();
        worst.forEach((severity, names) -> text.append(text.isEmpty() ? "" : ", ")
                .append(names)
                .append(' ')
                .append(words(severity)));
        return text.toString();
    }

    private static String words(Severity severity) {
        return switch (severity) {
            case ERROR -> "need attention";
            case WARNING -> "worth a look";
            case NOTE -> "could be better";
            case FINE -> "as they should be";
        };
    }

    private void verdicts() {
        html.open("section").element("h2", "What was found").line();
        html.open("table", "class", "verdicts").open("thead").open("tr");
        html.element("th", "Verdict", "scope", "col");
        html.element("th", "Names", "scope", "col", "class", "count");
        html.element("th", "Uses", "scope", "col", "class", "count");
        html.element("th", "What it means, and what to do", "scope", "col");
        html.close("tr").close("thead").open("tbody").line();
        audited.report().counts().forEach(this::verdict);
        html.close("tbody").close("table").close("section").line();
    }

    private void verdict(AuditClass kind, AuditReport.Count count) {
        html.open("tr").open("td");
        html.element(
                "button",
                kind.word(),
                "type",
                "button",
                "class",
                "badge " + kind.severity().word(),
                "data-class",
                kind.word(),
                "aria-pressed",
                "false",
                "title",
                "Show only these names");
        html.close("td").element("td", String.valueOf(count.names()), "class", "count");
        html.element("td", String.valueOf(count.uses()), "class", "count");
        html.element("td", (kind.meaning() + " " + kind.advice()).strip())
                .close("tr")
                .line();
    }

    private void problems() {
        if (audited.problems().isEmpty()) {
            return;
        }
        html.open("section").element("h2", "What could not be read").line().open("ul");
        for (Problem problem : audited.problems()) {
            html.open("li").element("code", problem.place().toString());
            html.text(": " + problem.message() + " (" + problem.fix() + ")")
                    .close("li")
                    .line();
        }
        html.close("ul").close("section").line();
    }

    static String count(int number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    private static String resource(String name) {
        try (@Nullable InputStream in = AuditHtml.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
