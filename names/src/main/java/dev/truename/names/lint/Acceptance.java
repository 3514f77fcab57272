package dev.truename.names.lint;

import dev.truename.names.config.Origin;
import dev.truename.names.toml.Toml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lets findings be that a comment accepts, and finds comments that accept nothing.
final class Acceptance {
    static final LintRule RULE = new LintRule(
            "useless-allow",
            Level.WARNING,
            "A comment `# truename: allow RULE REASON` lets nothing be.",
            "It names a rule that there is not, gives no reason, or stands where nothing is found. Somebody thinks that"
                    + " the line was reviewed; what it once was for may have become something else.",
            "Remove it, or write it as `# truename: allow RULE REASON` at the line or just above it.");

    private final Map<Origin, List<Allowance>> byPlace = new HashMap<>();
    private final List<Allowance> all = new ArrayList<>();
    private final Set<Allowance> used = new HashSet<>();

    Acceptance(List<LintFile> files) {
        for (LintFile file : files) {
            for (Allowance allowance : file.allowances()) {
                Origin place = new Origin(file.content().path(), allowance.line());
                byPlace.computeIfAbsent(place, key -> new ArrayList<>()).add(allowance);
                all.add(allowance);
            }
        }
    }

    List<LintFinding> apply(List<LintFinding> findings) {
        List<LintFinding> result = new ArrayList<>();
        for (LintFinding finding : findings) {
            Optional<Allowance> allowance = byPlace.getOrDefault(finding.origin(), List.of()).stream()
                    .filter(it ->
                            it.isFor(finding) && !it.reason().isEmpty() && ReaderRules.isAllowable(finding.rule()))
                    .findFirst();
            allowance.ifPresent(used::add);
            result.add(allowance.map(it -> finding.acceptedFor(it.reason())).orElse(finding));
        }
        Told told = new Told();
        Set<String> ids = Linter.ids();
        for (Allowance allowance : all) {
            if (!used.contains(allowance)) {
                told.add(
                        RULE,
                        allowance.origin(),
                        allowance.rule(),
                        "the comment lets nothing be: " + problem(allowance, ids),
                        "remove it, or write: # truename: allow RULE REASON");
            }
        }
        result.addAll(told.findings());
        return result;
    }

    private static String problem(Allowance allowance, Set<String> ids) {
        if (!ids.contains(allowance.rule())) {
            return "there is no rule " + Toml.shown(allowance.rule());
        }
        if (allowance.reason().isEmpty()) {
            return "it gives no reason";
        }
        return allowance.rule() + " finds nothing here that may be let be";
    }
}
