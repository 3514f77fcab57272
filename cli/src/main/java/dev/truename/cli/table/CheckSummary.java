package dev.truename.cli.table;

import dev.truename.cli.io.Json;
import dev.truename.cli.io.Output;
import dev.truename.cli.spec.ExitCode;
import dev.truename.names.catalog.CheckedSource;
import dev.truename.names.catalog.CheckedTarget;
import dev.truename.names.catalog.TargetState;
import dev.truename.names.probe.FailureKind;
import dev.truename.names.probe.SourceAnswer;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// How many entries of a table are how, by the host that they lead to, and why some could not be checked.
final class CheckSummary {
    private final Map<TargetState, Integer> all = new EnumMap<>(TargetState.class);
    private final Map<String, Map<TargetState, Integer>> hosts = new TreeMap<>();
    private final Map<String, Integer> mirrors = new TreeMap<>();
    private final Map<FailureKind, Integer> failures = new EnumMap<>(FailureKind.class);
    private final Map<FailureKind, String> reasons = new LinkedHashMap<>();

    void add(CheckedTarget checked) {
        all.merge(checked.state(), 1, Integer::sum);
        hosts.computeIfAbsent(checked.target().host(), _ -> new EnumMap<>(TargetState.class))
                .merge(checked.state(), 1, Integer::sum);
        checked.servedBy()
                .filter(source -> source.source().mirror())
                .ifPresent(source ->
                        mirrors.merge(source.source().reference().repository().host(), 1, Integer::sum));
        if (checked.state() == TargetState.UNKNOWN) {
            reason(checked).ifPresent(failure -> {
                failures.merge(failure.kind(), 1, Integer::sum);
                reasons.putIfAbsent(failure.kind(), failure.detail());
            });
        }
    }

    /// Of the registry itself, where it was asked.
    static Optional<SourceAnswer.Failed> reason(CheckedTarget checked) {
        Optional<SourceAnswer.Failed> last = Optional.empty();
        for (CheckedSource source : checked.sources()) {
            last = source.failure().isPresent() ? source.failure() : last;
        }
        return last;
    }

    int names() {
        return all.values().stream().mapToInt(Integer::intValue).sum();
    }

    int findings() {
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().isFinding())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /// Findings count before what could not be found out.
    ExitCode exitCode() {
        if (findings() > 0) {
            return ExitCode.FINDINGS;
        }
        if (!all.containsKey(TargetState.UNKNOWN)) {
            return ExitCode.DONE;
        }
        return failures.keySet().equals(Set.of(FailureKind.UNAUTHORIZED)) ? ExitCode.CREDENTIALS : ExitCode.UNREACHABLE;
    }

    void print(Output out) {
        out.line(names() + " names: " + words(all));
        if (hosts.size() > 1) {
            int width = hosts.keySet().stream().mapToInt(String::length).max().orElse(0);
            hosts.forEach(
                    (host, states) -> out.line("  " + host + " ".repeat(width - host.length()) + "  " + words(states)));
        }
        mirrors.forEach((host, count) -> out.line("  " + count + " would be served by the mirror " + host));
        failures.forEach(
                (kind, count) -> out.line("  " + count + " " + kind.word() + ", such as: " + reasons.get(kind)));
    }

    private static String words(Map<TargetState, Integer> states) {
        StringBuilder words = new StringBuilder();
        states.forEach((state, count) -> words.append(words.isEmpty() ? "" : ", ")
                .append(count)
                .append(' ')
                .append(state.word()));
        return words.isEmpty() ? "none" : words.toString();
    }

    String json() {
        Json json = new Json().startObject().startObject("summary").member("names", names());
        all.forEach((state, count) -> json.member(state.word(), count));
        json.startObject("hosts");
        hosts.forEach((host, states) -> {
            json.startObject(host);
            states.forEach((state, count) -> json.member(state.word(), count));
            json.endObject();
        });
        json.endObject().startObject("mirrors");
        mirrors.forEach((host, count) -> json.member(host, count));
        json.endObject().startObject("failures");
        failures.forEach((kind, count) -> json.member(kind.word(), count));
        return json.endObject().endObject().endObject().toString();
    }
}
