package dev.truename.cli.table;

import dev.truename.cli.command.CommandException;
import dev.truename.cli.io.Console;
import dev.truename.cli.io.Json;
import dev.truename.cli.io.Output;
import dev.truename.cli.names.FindingJson;
import dev.truename.cli.spec.ExitCode;
import dev.truename.names.catalog.BuildOutcome;
import dev.truename.names.catalog.CatalogueEntry;
import dev.truename.names.catalog.CatalogueRules;
import dev.truename.names.catalog.Conflict;
import dev.truename.names.catalog.Entry;
import dev.truename.names.catalog.TableCounts;
import dev.truename.names.catalog.Verdict;
import dev.truename.names.config.Finding;
import dev.truename.names.config.Origin;
import java.util.stream.Collectors;

/// What a build has to tell.
///
/// @param everyEntry whether each entry is told, or their numbers only
record BuildReport(BuildOutcome.Built built, boolean everyEntry) {
    void text(Console console) {
        for (Finding stale : built.stale()) {
            console.warn(stale.toString());
        }
        if (everyEntry) {
            built.judged().forEach(entry -> console.out().line(line(entry)));
        }
        Output out = console.out();
        TableCounts counts = TableCounts.of(built.judged());
        out.line("kept     " + counts.kept()
                + (counts.renamed() > 0 ? ", " + counts.renamed() + " of them renamed" : ""));
        counts.dropped()
                .forEach((rule, count) -> out.line("dropped  " + count + "  " + rule.id() + ": " + rule.meaning()));
    }

    private static String line(CatalogueEntry entry) {
        String verdict = switch (entry.verdict()) {
            case Verdict.Kept _ -> "kept     ";
            case Verdict.Renamed _ -> "renamed  ";
            case Verdict.Dropped _ -> "dropped  ";
        };
        String why = switch (entry.verdict()) {
            case Verdict.Kept _ -> "";
            case Verdict.Renamed renamed -> "  " + renamed.reason() + " (" + renamed.because() + ")";
            case Verdict.Dropped dropped ->
                "  " + dropped.rule().id() + ": " + dropped.reason() + " (" + dropped.because() + ")";
        };
        return verdict + entry.key() + "  " + entry.target() + "  (" + origins(entry.entry()) + ")" + why;
    }

    private static String origins(Entry entry) {
        return entry.origins().stream().map(Origin::toString).collect(Collectors.joining(", "));
    }

    String json() {
        TableCounts counts = TableCounts.of(built.judged());
        Json json = new Json().startObject().member("kept", counts.kept()).member("renamed", counts.renamed());
        json.startObject("dropped");
        counts.dropped().forEach((rule, count) -> json.member(rule.id(), count));
        json.endObject().startArray("stale");
        built.stale().forEach(stale -> FindingJson.add(stale, json));
        json.endArray();
        if (everyEntry) {
            json.startArray("entries");
            built.judged().forEach(entry -> EntryJson.add(entry, json));
            json.endArray();
        }
        return json.endObject().toString();
    }

    /// The error for conflicts that nobody decided.
    static CommandException undecided(BuildOutcome.Undecided undecided, CatalogueRules rules) {
        StringBuilder message = new StringBuilder("the sources disagree, and no line of " + rules.file() + " decides");
        for (Conflict conflict : undecided.conflicts()) {
            message.append("\n  ").append(conflict.key());
            for (Entry entry : conflict.entries()) {
                message.append("\n    ").append(entry.target()).append("  (");
                message.append(origins(entry)).append(')');
            }
        }
        String key = undecided.conflicts().getFirst().key();
        return new CommandException(
                ExitCode.CONFIGURATION,
                "conflict",
                message.toString(),
                "Nothing was written. Add a line to [decisions], such as \"" + key
                        + "\" = { target = \"...\", reason = \"...\" }.",
                json -> conflicts(undecided, json));
    }

    private static void conflicts(BuildOutcome.Undecided undecided, Json json) {
        json.startArray("conflicts");
        for (Conflict conflict : undecided.conflicts()) {
            json.startObject().member("name", conflict.key()).startArray("entries");
            for (Entry entry : conflict.entries()) {
                json.startObject().member("target", entry.target().toString());
                EntryJson.origins(entry, json);
                json.endObject();
            }
            json.endArray().endObject();
        }
        json.endArray();
    }
}
