package dev.truename.cli.lint;

import dev.truename.cli.io.Console;
import dev.truename.cli.io.Json;
import dev.truename.cli.io.Styled.Style;
import dev.truename.names.lint.LintRule;
import dev.truename.names.lint.Linter;

/// What is looked for.
final class LintRules {
    private LintRules() {}

    static void print(Console console, boolean json) {
        if (json) {
            console.out().lastLine(json());
            return;
        }
        for (LintRule rule : Linter.rules()) {
            console.out()
                    .line(console.forOut()
                            .add(Style.BOLD, rule.id())
                            .add(" (" + rule.level().word() + "): "
                                    + rule.title().replace("`", "")));
        }
    }

    private static String json() {
        Json json = new Json().startObject().startArray("rules");
        Linter.rules().forEach(rule -> LintJson.add(rule, json));
        return json.endArray().endObject().toString();
    }
}
