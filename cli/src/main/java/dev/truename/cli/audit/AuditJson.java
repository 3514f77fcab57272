package dev.truename.cli.audit;

import dev.truename.cli.io.Json;
import dev.truename.cli.names.FindingJson;
import dev.truename.names.audit.AuditClass;
import dev.truename.names.audit.AuditFinding;
import dev.truename.names.audit.AuditReport;
import dev.truename.names.audit.AuditReport.Named;
import dev.truename.names.audit.AuditWords;
import dev.truename.names.audit.Decision;
import dev.truename.names.audit.NameAudit;
import dev.truename.names.audit.Target;
import dev.truename.names.probe.ProbeAnswer;
import dev.truename.names.reference.Qualified;
import dev.truename.names.workload.ImageUse;
import dev.truename.names.workload.Problem;
import dev.truename.names.workload.Rewritten;
import java.util.Map;

/// An audit for scripts, as one object. The members' names are a contract.
final class AuditJson {
    private final Json json = new Json();

    private AuditJson() {}

    static String of(Audited audited) {
        return new AuditJson().write(audited);
    }

    private String write(Audited audited) {
        json.startObject().member("probed", audited.asked());
        json.member("mode", audited.configuration().effectiveMode().word());
        summary(audited);
        json.startArray("names");
        audited.report().names().forEach(this::name);
        json.endArray().startArray("problems");
        audited.problems().forEach(this::problem);
        json.endArray();
        rewritten(audited.fullNames());
        return json.endObject().toString();
    }

    private void summary(Audited audited) {
        AuditReport report = audited.report();
        AuditReport.Count all = report.all();
        json.startObject("summary").member("names", all.names()).member("uses", all.uses());
        json.member("files", audited.files())
                .member("short", report.shortNames().names());
        json.member("decided", audited.mendable().decided()).startObject("classes");
        for (Map.Entry<AuditClass, AuditReport.Count> entry : report.counts().entrySet()) {
            json.startObject(entry.getKey().word())
                    .member("names", entry.getValue().names())
                    .member("uses", entry.getValue().uses())
                    .endObject();
        }
        json.endObject().endObject();
    }

    private void name(Named named) {
        NameAudit audit = named.audit();
        json.startObject().member("name", audit.image()).member("short", audit.isShort());
        json.member("class", audit.worst().word());
        json.member("means", audit.means().map(Qualified::toString));
        json.member("elsewhere", audit.elsewhere().map(Qualified::toString));
        json.startArray("findings");
        audit.findings().forEach(this::finding);
        json.endArray().startArray("targets");
        audit.targets().forEach(this::target);
        json.endArray();
        decision(audit.decision());
        json.startArray("uses");
        named.uses().forEach(this::use);
        json.endArray().endObject();
    }

    private void finding(AuditFinding finding) {
        json.startObject()
                .member("class", finding.kind().word())
                .member("severity", finding.kind().severity().word())
                .member("message", AuditWords.of(finding))
                .endObject();
    }

    private void target(Target target) {
        json.startObject().member("reference", target.reference().toString());
        FindingJson.add("origin", target.origin(), json);
        json.member("registration", target.registration().word())
                .member("blocked", target.plan().blocked());
        if (target.answer().isEmpty()) {
            json.nothing("answer");
        } else {
            json.startObject("answer");
            answer(target.answer().get());
            json.endObject();
        }
        json.endObject();
    }

    private void answer(ProbeAnswer answer) {
        switch (answer) {
            case ProbeAnswer.Present it ->
                json.member("state", "present")
                        .member("digest", it.digest().toString())
                        .member("source", it.source().reference().toString());
            case ProbeAnswer.Absent it ->
                json.member("state", "absent").member("missing", it.missing().word());
            case ProbeAnswer.Failed it ->
                json.member("state", "failed").member("kind", it.kind().word()).member("message", it.detail());
            case ProbeAnswer.Blocked _ -> json.member("state", "blocked");
        }
    }

    private void decision(Decision decision) {
        switch (decision) {
            case Decision.Needless _ -> json.nothing("decision");
            case Decision.Decided it ->
                json.startObject("decision")
                        .member("state", "decided")
                        .member("key", it.name().path())
                        .member("repository", it.repository().toString())
                        .member("write", it.fullName().toString())
                        .member("reason", reason(it.reason()))
                        .member("message", AuditWords.of(it.reason()))
                        .endObject();
            case Decision.Undecided it -> {
                json.startObject("decision").member("state", "undecided");
                json.member("key", it.name().path()).startArray("candidates");
                it.candidates()
                        .forEach(target ->
                                json.element(target.reference().repository().toString()));
                json.endArray().member("reason", doubt(it.doubt()));
                json.member("message", AuditWords.of(it.doubt())).endObject();
            }
        }
    }

    private static String reason(Decision.Reason reason) {
        return switch (reason) {
            case Decision.Reason.PresentAlias _ -> "alias";
            case Decision.Reason.OfficialTable _ -> "official-table";
            case Decision.Reason.OnlyHolder _ -> "only-holder";
            case Decision.Reason.SameEverywhere _ -> "same-everywhere";
            case Decision.Reason.OnlyRegistry _ -> "only-registry";
            case Decision.Reason.Preferred _ -> "preferred";
        };
    }

    private static String doubt(Decision.Doubt doubt) {
        return switch (doubt) {
            case NOT_ASKED -> "not-asked";
            case DIFFERENT_IMAGES -> "different-images";
            case MISSING -> "missing";
            case NO_ANSWER -> "no-answer";
            case BLOCKED -> "blocked";
            case NO_CANDIDATE -> "no-candidate";
        };
    }

    private void use(ImageUse use) {
        json.startObject().member("source", use.place().source());
        json.member("line", use.place().line()).member("column", use.place().column());
        json.member("holder", use.holder()).member("guess", use.guess()).endObject();
    }

    private void problem(Problem problem) {
        json.startObject().member("source", problem.place().source());
        json.member("line", problem.place().line())
                .member("column", problem.place().column());
        json.member("kind", problem.kind().id());
        json.member("message", problem.message()).member("fix", problem.fix()).endObject();
    }

    private void rewritten(FullNames fullNames) {
        json.startArray("rewritten");
        for (FullNames.File file : fullNames.files()) {
            json.startObject().member("file", file.path().toString());
            json.member("names", file.rewritten().names()).endObject();
        }
        json.endArray().startArray("unchanged");
        for (Rewritten.Refusal refusal : fullNames.refusals()) {
            json.startObject().member("source", refusal.place().source());
            json.member("line", refusal.place().line())
                    .member("column", refusal.place().column());
            json.member("reason", refusal.reason()).endObject();
        }
        json.endArray();
    }
}
