package dev.truename.cli.audit;

import dev.truename.cli.sarif.SarifLevel;
import dev.truename.cli.sarif.SarifLog;
import dev.truename.cli.sarif.SarifPlace;
import dev.truename.cli.sarif.SarifResult;
import dev.truename.cli.sarif.SarifRule;
import dev.truename.names.audit.AuditClass;
import dev.truename.names.audit.AuditFinding;
import dev.truename.names.audit.AuditReport.Named;
import dev.truename.names.audit.AuditWords;
import dev.truename.names.audit.Decision;
import dev.truename.names.workload.ImageUse;
import dev.truename.names.workload.Place;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An audit for code hosts and editors: one result for each finding and each place where the name is used. What is as
/// it should be is not among them.
final class AuditSarif {
    private AuditSarif() {}

    static String of(Audited audited, Path root) {
        List<SarifRule> rules = new ArrayList<>();
        for (AuditClass kind : AuditClass.values()) {
            level(kind)
                    .ifPresent(level ->
                            rules.add(new SarifRule(kind.word(), level, title(kind), kind.meaning(), kind.advice())));
        }
        List<SarifResult> results = new ArrayList<>();
        audited.report().names().forEach(named -> add(named, results));
        return SarifLog.of(rules, results, root);
    }

    private static String title(AuditClass kind) {
        return "Image name: " + kind.word().replace('-', ' ');
    }

    private static void add(Named named, List<SarifResult> results) {
        String image = named.audit().image();
        for (AuditFinding finding : named.audit().findings()) {
            Optional<SarifLevel> level = level(finding.kind());
            if (level.isPresent()) {
                for (ImageUse use : named.uses()) {
                    results.add(new SarifResult(
                            finding.kind().word(),
                            level.get(),
                            "\"" + image + "\": " + AuditWords.of(finding),
                            fix(named, finding),
                            Optional.of(place(use.place())),
                            image,
                            Optional.empty()));
                }
            }
        }
    }

    private static String fix(Named named, AuditFinding finding) {
        return named.audit().decision() instanceof Decision.Decided decided
                        && !(decided.reason() instanceof Decision.Reason.PresentAlias)
                ? "Write " + decided.fullName() + ", which " + AuditWords.of(decided.reason()) + "."
                : finding.kind().advice();
    }

    private static SarifPlace place(Place place) {
        if (place.hasLines()) {
            try {
                return new SarifPlace.InFile(Path.of(place.source()), place.line(), place.column());
            } catch (InvalidPathException e) {
                // a name with characters that the locale does not have: nobody here can open it by its name
            }
        }
        return new SarifPlace.Resource(place.toString());
    }

    private static Optional<SarifLevel> level(AuditClass kind) {
        return switch (kind.severity()) {
            case ERROR -> Optional.of(SarifLevel.ERROR);
            case WARNING -> Optional.of(SarifLevel.WARNING);
            case NOTE -> Optional.of(SarifLevel.NOTE);
            case FINE -> Optional.empty();
        };
    }
}
