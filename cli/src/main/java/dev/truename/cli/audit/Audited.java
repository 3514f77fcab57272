package dev.truename.cli.audit;

import static java.util.Objects.requireNonNull;

import dev.truename.cli.command.Version;
import dev.truename.names.audit.AliasDropIn;
import dev.truename.names.audit.AliasProposal;
import dev.truename.names.audit.AuditReport;
import dev.truename.names.audit.Decision;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.workload.Problem;
import java.util.List;

/// One audit, as every form of its answer needs it.
///
/// @param files how many files were read
/// @param problems what could not be read
/// @param asked whether registries were asked
/// @param fullNames what is written into the files
record Audited(
        AuditReport report,
        int files,
        List<Problem> problems,
        RegistriesConfiguration configuration,
        boolean asked,
        FullNames fullNames) {
    Audited {
        requireNonNull(fullNames);
        requireNonNull(report);
        problems = List.copyOf(problems);
        requireNonNull(configuration);
    }

    /// How many short names there are, and how many of them can be given one meaning now.
    Mendable mendable() {
        int all = 0;
        int decided = 0;
        int unmended = 0;
        for (AuditReport.Named named : report.names()) {
            switch (named.audit().decision()) {
                case Decision.Needless _ -> {}
                case Decision.Decided it -> {
                    all++;
                    decided++;
                    unmended += it.reason() instanceof Decision.Reason.PresentAlias ? 0 : 1;
                }
                case Decision.Undecided _ -> {
                    all++;
                    unmended++;
                }
            }
        }
        return new Mendable(all, decided, unmended);
    }

    /// @param names short names
    /// @param decided those whose meaning is sure
    /// @param unmended those that have no alias
    record Mendable(int names, int decided, int unmended) {}

    /// The aliases that give each short name one meaning.
    AliasDropIn dropIn() {
        return new AliasDropIn(
                "Short names of audited workloads. Written by truename audit " + Version.text()
                        + ": review it, then put it into registries.conf.d.",
                AliasProposal.of(report));
    }
}
