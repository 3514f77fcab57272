package dev.truename.cli.lint;

import dev.truename.cli.io.Json;
import dev.truename.names.lint.Level;
import dev.truename.names.lint.LintFile;
import dev.truename.names.lint.LintFinding;
import dev.truename.names.lint.LintRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Findings for scripts.
final class LintJson {
    private LintJson() {}

    static String of(LintReport report, List<LintFile> files, boolean ok) {
        Json json = new Json().startObject().member("ok", ok);
        for (Level level : Level.values()) {
            json.member(level.word() + "s", report.count(level));
        }
        json.member("accepted", report.accepted()).startArray("files");
        files.forEach(file -> json.element(file.content().path().toString()));
        json.endArray().startArray("findings");
        report.toldOrAccepted().forEach(finding -> add(finding, json));
        json.endArray().startArray("rules");
        rules(report).forEach(rule -> add(rule, json));
        return json.endArray().endObject().toString();
    }

    private static void add(LintFinding finding, Json json) {
        json.startObject()
                .member("level", finding.rule().level().word())
                .member("file", finding.origin().file().toString())
                .member("line", finding.origin().line())
                .member("rule", finding.rule().id())
                .member("message", finding.message())
                .member("fix", finding.fix())
                .member("accepted", finding.accepted())
                .endObject();
    }

    static void add(LintRule rule, Json json) {
        json.startObject()
                .member("rule", rule.id())
                .member("level", rule.level().word())
                .member("title", rule.title())
                .member("why", rule.why())
                .member("fix", rule.fix())
                .endObject();
    }

    /// Those of the findings, each once.
    private static List<LintRule> rules(LintReport report) {
        Map<String, LintRule> rules = new LinkedHashMap<>();
        report.toldOrAccepted().forEach(finding -> rules.put(finding.rule().id(), finding.rule()));
        return List.copyOf(rules.values());
    }
}
