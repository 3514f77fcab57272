package dev.truename.cli.names;

import static java.util.Objects.requireNonNull;

import dev.truename.cli.command.CommandException;
import dev.truename.names.config.Origin;
import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.shortname.Recording;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of one name that somebody gave.
///
/// @param input as given
/// @param isShort whether it is a short name; false for what is no name at all
/// @param resolution the word for scripts: `qualified`, `aliased`, `searched`, `chosen`, `ambiguous`, `unresolved`
/// @param origin the line that decided: of the alias or of the search list
/// @param candidates in order
/// @param notes what is likely wrong in the configuration, whatever the name
/// @param warnings what about the name is worth a second look
/// @param problem why nothing may be pulled, if so
/// @param toRecord the alias to write once the pull has succeeded, if somebody chose
public record Verdict(
        String input,
        boolean isShort,
        String resolution,
        Optional<Origin> origin,
        List<Place> candidates,
        List<String> notes,
        List<String> warnings,
        @Nullable CommandException problem,
        @Nullable Recording toRecord) {
    /// One candidate: what it is, on whose word, and where it would be fetched.
    public record Place(Optional<Origin> origin, PullPlan plan) {
        public Place {
            requireNonNull(origin);
            requireNonNull(plan);
        }
    }

    public Verdict {
        requireNonNull(input);
        requireNonNull(resolution);
        requireNonNull(origin);
        candidates = List.copyOf(candidates);
        notes = List.copyOf(notes);
        warnings = List.copyOf(warnings);
    }

    /// Where nothing is to be recorded.
    public Verdict(
            String input,
            boolean isShort,
            String resolution,
            Optional<Origin> origin,
            List<Place> candidates,
            List<String> notes,
            List<String> warnings,
            @Nullable CommandException problem) {
        this(input, isShort, resolution, origin, candidates, notes, warnings, problem, null);
    }

    /// The same, with an alias to record.
    Verdict recording(Recording recording) {
        return new Verdict(input, isShort, resolution, origin, candidates, notes, warnings, problem, recording);
    }

    /// For a name about which nothing could be found out.
    public static Verdict failed(String input, boolean isShort, CommandException problem) {
        return new Verdict(input, isShort, "unresolved", Optional.empty(), List.of(), List.of(), List.of(), problem);
    }
}
