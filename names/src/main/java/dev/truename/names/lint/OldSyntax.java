package dev.truename.names.lint;

import dev.truename.names.config.FileContent;
import dev.truename.names.config.Origin;
import dev.truename.names.config.Rule;

/// A file in version 1 of the format.
final class OldSyntax implements Check.OfAll {
    private static final LintRule RULE = new LintRule(
            "v1-syntax",
            Level.WARNING,
            "The file is in version 1 of the format, which only older tools read.",
            "Newer podman, skopeo and CRI-O refuse to start with it. It cannot have aliases, mirrors or a" + " mode.",
            "Convert it: `truename config convert FILE`.");

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public void look(Scene scene, Told told) {
        for (FileContent file : scene.files()) {
            boolean refused =
                    file.findings().stream().anyMatch(finding -> finding.rule().equals(Rule.V1_FORMAT.id()));
            if (file.version1() && !refused) {
                told.add(
                        RULE,
                        new Origin(file.path(), 0),
                        "version 1",
                        "the file is in version 1 of the format, which newer tools refuse",
                        "truename config convert " + file.path());
            }
        }
    }
}
