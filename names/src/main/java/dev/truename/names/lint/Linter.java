package dev.truename.names.lint;

import dev.truename.names.config.FileContent;
import dev.truename.names.config.Finding;
import dev.truename.names.config.Layers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks for everything at once.
public final class Linter {
    private static final List<LintRule> RULES = allRules();

    private Linter() {}

    private static List<LintRule> allRules() {
        List<LintRule> rules = new ArrayList<>(ownRules());
        rules.addAll(ReaderRules.all());
        return List.copyOf(rules);
    }

    /// What lint looks for beyond what makes a configuration unusable, in the order of documents.
    public static List<LintRule> ownRules() {
        List<LintRule> rules = new ArrayList<>();
        Checks.ALL.forEach(check -> rules.add(check.rule()));
        rules.add(Acceptance.RULE);
        return rules;
    }

    /// All rules, those of [dev.truename.names.config.Rule] last.
    public static List<LintRule> rules() {
        return RULES;
    }

    /// What is found in the files: file by file, each from its top.
    ///
    /// @param files in reading order
    /// @param layers what is protected, if it is known
    /// @param readers what whoever read the files found in them
    public static List<LintFinding> lint(List<LintFile> files, Layers layers, List<Finding> readers) {
        Told told = new Told();
        Scene scene = new Scene(files.stream().map(LintFile::content).toList(), layers);
        Checks.ALL.forEach(check -> check.look(scene, told));
        List<LintFinding> findings = new ArrayList<>();
        readers.forEach(finding -> findings.add(ReaderRules.finding(finding)));
        findings.addAll(told.findings());
        List<LintFinding> all = new Acceptance(files).apply(findings);
        all.sort(order(scene.files()));
        return all;
    }

    /// The same for files that stand for themselves.
    public static List<LintFinding> lint(List<LintFile> files) {
        List<Finding> readers = new ArrayList<>();
        files.forEach(file -> readers.addAll(file.content().findings()));
        return lint(files, Layers.NONE, readers);
    }

    private static Comparator<LintFinding> order(List<FileContent> files) {
        Map<Path, Integer> places = new HashMap<>();
        files.forEach(file -> places.putIfAbsent(file.path(), places.size()));
        Map<String, Integer> ranks = new HashMap<>();
        RULES.forEach(rule -> ranks.put(rule.id(), ranks.size()));
        return Comparator.<LintFinding>comparingInt(
                        finding -> place(places.get(finding.origin().file())))
                .thenComparing(finding -> finding.origin().file())
                .thenComparingInt(finding -> finding.origin().line())
                .thenComparingInt(finding -> place(ranks.get(finding.rule().id())));
    }

    /// What is in no file comes first.
    private static int place(@Nullable Integer place) {
        return place == null ? -1 : place;
    }

    /// The identifiers of all rules.
    static Set<String> ids() {
        Set<String> ids = new HashSet<>();
        RULES.forEach(rule -> ids.add(rule.id()));
        return ids;
    }
}
