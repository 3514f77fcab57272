package dev.truename.cri.log;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.Finding;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.reload.ReloadEvent;
import dev.truename.names.reload.ReloadListener;
import dev.truename.names.reload.Snapshot;
import java.util.List;
import java.util.Locale;

/// Tells what became of the configuration's files: what is in force, or what is wrong with which line.
public final class ReloadLog implements ReloadListener {
    /// More mistakes than anybody reads; all of them are in `truename config check`.
    private static final int MOST = 20;

    private final Log log;

    public ReloadLog(Log log) {
        this.log = requireNonNull(log);
    }

    @Override
    public void on(ReloadEvent event) {
        switch (event) {
            case ReloadEvent.Loaded loaded -> tell(loaded);
            case ReloadEvent.Unchanged unchanged ->
                log.write(
                        LogLevel.INFO,
                        "configuration-unchanged",
                        "the files say what is in force",
                        of(unchanged, unchanged.snapshot()));
            case ReloadEvent.Rejected rejected -> tell(rejected);
            case ReloadEvent.Unwatched unwatched ->
                log.write(
                        LogLevel.WARNING,
                        "configuration-unwatched",
                        "changes of files are seen only by looking from time to time",
                        new LogFields().text("cause", unwatched.reason()));
        }
    }

    private static LogFields of(ReloadEvent event, Snapshot snapshot) {
        return new LogFields()
                .text("trigger", event.trigger().name().toLowerCase(Locale.ROOT))
                .text("snapshot", snapshot.id().hex())
                .number("sequence", snapshot.sequence());
    }

    private void tell(ReloadEvent.Loaded loaded) {
        RegistriesConfiguration configuration = loaded.snapshot().configuration();
        log.write(
                LogLevel.INFO,
                "configuration-loaded",
                "the configuration is in force",
                of(loaded, loaded.snapshot())
                        .text("mode", configuration.effectiveMode().name().toLowerCase(Locale.ROOT))
                        .number("aliases", configuration.aliases().size())
                        .number("registries", configuration.registries().size())
                        .texts(
                                "files",
                                configuration.files().stream()
                                        .map(Object::toString)
                                        .toList()));
        tell(LogLevel.WARNING, "configuration-warning", configuration.warnings());
    }

    private void tell(ReloadEvent.Rejected rejected) {
        log.write(
                LogLevel.ERROR,
                "configuration-rejected",
                "the files cannot be used; what was in force stays",
                of(rejected, rejected.kept()).number("errors", rejected.errors().size()));
        tell(LogLevel.ERROR, "configuration-error", rejected.errors());
    }

    private void tell(LogLevel level, String event, List<Finding> findings) {
        for (Finding finding : findings.subList(0, Math.min(findings.size(), MOST))) {
            log.write(
                    level,
                    event,
                    finding.toString(),
                    new LogFields()
                            .text("file", finding.file().toString())
                            .number("line", finding.line())
                            .text("rule", finding.rule()));
        }
        if (findings.size() > MOST) {
            log.write(
                    level,
                    event,
                    "and " + (findings.size() - MOST) + " more: truename config check tells all",
                    new LogFields());
        }
    }
}
