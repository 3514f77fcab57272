package dev.truename.cri.log;

import dev.truename.cri.event.CallPurpose;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.Words;
import dev.truename.names.config.Origin;
import dev.truename.names.pullsource.UnusedSource;
import dev.truename.names.shortname.Candidate;
import dev.truename.names.shortname.Resolution;
import java.util.List;
import java.util.Optional;

/// What names mean, and on whose word.
final class ResolutionLines {
    private final Log log;

    ResolutionLines(Log log) {
        this.log = log;
    }

    void tell(NodeEvent.NameResolved resolved) {
        Resolution resolution = resolved.resolution();
        LogLevel level = level(resolved.purpose(), resolution);
        if (!log.takes(level)) {
            return;
        }
        LogFields fields = new LogFields()
                .text("image", resolved.input())
                .text("for", Words.of(resolved.purpose()))
                .text("resolution", Words.of(resolution));
        add(resolution, fields);
        log.write(
                level,
                "resolved",
                resolved.input() + " " + words(resolution),
                fields.text("snapshot", resolved.snapshot()));
    }

    /// Of a pull everything is told; of the rest, which is asked again and again, what somebody should mend.
    private static LogLevel level(CallPurpose purpose, Resolution resolution) {
        return switch (resolution) {
            case Resolution.AlreadyQualified _, Resolution.Aliased _, Resolution.Chosen _, Resolution.Searched _ ->
                purpose == CallPurpose.PULL ? LogLevel.INFO : LogLevel.DEBUG;
            case Resolution.Ambiguous _, Resolution.Unresolved _, Resolution.Inexpressible _ ->
                purpose == CallPurpose.PULL ? LogLevel.WARNING : LogLevel.INFO;
        };
    }

    private static String words(Resolution resolution) {
        return switch (resolution) {
            case Resolution.AlreadyQualified _ -> "names its registry";
            case Resolution.Aliased aliased ->
                "is an alias of " + aliased.reference().repository();
            case Resolution.Chosen chosen ->
                "was chosen to be " + chosen.candidate().reference().repository();
            case Resolution.Searched _ -> "has no alias: the search registries are asked in order";
            case Resolution.Ambiguous _ -> "has no alias and could come from several registries: not pulled";
            case Resolution.Unresolved _ -> "has no alias, and there are no search registries: not pulled";
            case Resolution.Inexpressible it -> "is no name behind a search registry: " + it.reason();
        };
    }

    private static void add(Resolution resolution, LogFields fields) {
        switch (resolution) {
            case Resolution.AlreadyQualified it ->
                fields.text("reference", it.reference().toString());
            case Resolution.Aliased it ->
                fields.text("reference", it.reference().toString())
                        .text("origin", it.alias().origin().toString());
            case Resolution.Chosen it ->
                fields.text("reference", it.candidate().reference().toString())
                        .text("origin", it.candidate().origin().toString());
            case Resolution.Searched it -> fields.texts("candidates", candidates(it.candidates()));
            case Resolution.Ambiguous it -> fields.texts("candidates", candidates(it.candidates()));
            case Resolution.Unresolved it ->
                fields.text("origin", it.searchList().map(Origin::toString))
                        .text("erased", it.erasure().map(Origin::toString));
            case Resolution.Inexpressible it ->
                fields.text("origin", it.registry().toString());
        }
    }

    private static List<String> candidates(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> candidate.reference() + " (" + candidate.origin() + ")")
                .toList();
    }

    void tell(NodeEvent.NameInvalid invalid) {
        log.write(
                invalid.purpose() == CallPurpose.PULL ? LogLevel.WARNING : LogLevel.DEBUG,
                "invalid-name",
                "no image name: " + invalid.reason(),
                new LogFields().text("for", Words.of(invalid.purpose())));
    }

    void tell(NodeEvent.NameBlocked blocked) {
        Optional<UnusedSource> last = blocked.plan().unused().isEmpty()
                ? Optional.empty()
                : Optional.of(blocked.plan().unused().getLast());
        log.write(
                LogLevel.WARNING,
                "blocked",
                blocked.input() + " is blocked by the configuration",
                new LogFields()
                        .text("image", blocked.input())
                        .text("for", Words.of(blocked.purpose()))
                        .text("reference", blocked.plan().reference().toString())
                        .text("origin", last.map(unused -> unused.because().toString()))
                        .text("snapshot", blocked.snapshot()));
    }
}
