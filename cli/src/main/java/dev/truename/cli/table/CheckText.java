package dev.truename.cli.table;

import dev.truename.cli.io.Json;
import dev.truename.names.catalog.CheckedSource;
import dev.truename.names.catalog.CheckedTarget;
import dev.truename.names.catalog.TargetState;
import dev.truename.names.probe.Missing;
import dev.truename.names.probe.SourceAnswer;
import dev.truename.names.reference.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One entry of a table that was checked, in words.
final class CheckText {
    private CheckText() {}

    /// On one line: the state, the name, what it means, and what is to be said of it.
    static String line(CheckedTarget checked) {
        return checked.state().word() + "  " + checked.name() + "  " + checked.target() + remark(checked);
    }

    private static String remark(CheckedTarget checked) {
        List<String> remarks = switch (checked.state()) {
            case THERE, MIRRORED -> places(checked);
            case MISSING, UNKNOWN -> answers(checked);
            case UNMIRRORED -> List.of("no mirror is set up for it");
            case DIGEST_ONLY -> List.of("its mirrors serve digests only: " + String.join(", ", mirrors(checked)));
            case BLOCKED ->
                List.of("blocked"
                        + checked.because().map(origin -> " by " + origin).orElse(""));
        };
        return remarks.isEmpty() ? "" : "  " + String.join("; ", remarks);
    }

    private static List<String> places(CheckedTarget checked) {
        Optional<CheckedSource> first =
                checked.servedBy().filter(source -> source.source().mirror());
        return first.map(source -> List.of("from " + place(source)))
                .orElseGet(() -> checked.state() == TargetState.MIRRORED
                        ? List.of("from " + String.join(", ", mirrors(checked)))
                        : List.of());
    }

    private static List<String> mirrors(CheckedTarget checked) {
        return checked.sources().stream()
                .filter(source -> source.source().mirror())
                .map(CheckText::place)
                .toList();
    }

    private static List<String> answers(CheckedTarget checked) {
        List<String> answers = new ArrayList<>();
        for (CheckedSource source : checked.sources()) {
            source.answer().ifPresent(answer -> answers.add(said(source, answer)));
        }
        return answers;
    }

    private static String said(CheckedSource source, SourceAnswer answer) {
        return switch (answer) {
            case SourceAnswer.Present _ -> place(source) + " has it";
            case SourceAnswer.Absent(Missing missing) ->
                place(source)
                        + (missing == Missing.IMAGE
                                ? " has the repository, and no image in it"
                                : " has no such repository");
            case SourceAnswer.Failed failed -> failed.kind().word() + ": " + failed.detail();
        };
    }

    private static String place(CheckedSource source) {
        return source.source().reference().repository() + (source.source().mirror() ? " (a mirror)" : "");
    }

    /// The same for scripts, an object.
    static String json(CheckedTarget checked) {
        Json json = new Json()
                .startObject()
                .member("name", checked.name())
                .member("target", checked.target().toString())
                .member("state", checked.state().word())
                .member(
                        "servedBy",
                        checked.servedBy()
                                .map(source ->
                                        source.source().reference().repository().toString()))
                .member("blockedBy", checked.because().map(Object::toString))
                .startArray("sources");
        checked.sources().forEach(source -> add(source, json));
        return json.endArray().endObject().toString();
    }

    private static void add(CheckedSource source, Json json) {
        json.startObject()
                .member("repository", source.source().reference().repository().toString())
                .member("mirror", source.source().mirror())
                .member("insecure", source.source().insecure())
                .member("tags", source.byTag())
                .member("digests", source.byDigest());
        if (source.answer().isEmpty()) {
            json.nothing("answer");
        } else {
            switch (source.answer().get()) {
                case SourceAnswer.Present(Optional<Digest> digest) ->
                    json.member("answer", "present").member("latest", digest.map(Digest::toString));
                case SourceAnswer.Absent(Missing missing) ->
                    json.member("answer", "absent").member("missing", missing.word());
                case SourceAnswer.Failed failed ->
                    json.member("answer", "failed")
                            .member("kind", failed.kind().word())
                            .member("message", failed.detail());
            }
        }
        json.endObject();
    }
}
