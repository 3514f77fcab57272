package dev.truename.cri.proxy;

import dev.truename.cri.backend.NodeSnapshot;
import dev.truename.cri.name.Refusals;
import dev.truename.cri.name.Told;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.Printable;
import dev.truename.names.reference.ShortName;
import dev.truename.names.shortname.Candidate;
import dev.truename.names.shortname.Chooser;
import dev.truename.names.shortname.Resolution;
import io.grpc.StatusException;
import java.util.List;

/// What the caller is told when no candidate could be pulled: of a qualified name what the runtime said, and nothing
/// else; of a short name that first, since the kubelet looks at how it starts, then what the name means and on whose
/// word, and what to do.
final class FailedSearch {
    /// Of what the runtime said about a short name, in code points: the rest must fit behind it.
    private static final int MOST_WORDS = 1000;

    private FailedSearch() {}

    /// @param failures of the candidates that were tried, in order; at least one
    static StatusException told(ImageReference reference, List<RuntimeFailure> failures, NodeSnapshot snapshot) {
        RuntimeFailure last = failures.getLast();
        if (!(reference instanceof ShortName name)) {
            return last.cause();
        }
        String words = Printable.text(last.words(), MOST_WORDS);
        return Told.of(last.cause().getStatus().getCode(), words + meaning(name, failures, snapshot));
    }

    private static String meaning(ShortName name, List<RuntimeFailure> failures, NodeSnapshot snapshot) {
        Resolution resolution = snapshot.resolver().resolve(name, Chooser.NOBODY);
        return switch (resolution) {
            case Resolution.Aliased it ->
                "; short name \"" + name + "\" means " + it.reference() + " ("
                        + it.alias().origin() + ")";
            case Resolution.Searched it -> searched(it, failures) + "; " + Refusals.advice(name);
            case Resolution.AlreadyQualified _,
                    Resolution.Chosen _,
                    Resolution.Ambiguous _,
                    Resolution.Unresolved _,
                    Resolution.Inexpressible _ -> "";
        };
    }

    private static String searched(Resolution.Searched searched, List<RuntimeFailure> failures) {
        StringBuilder text =
                new StringBuilder("; short name \"" + searched.name() + "\" has no alias and is searched: ");
        List<Candidate> candidates = searched.candidates();
        boolean more = candidates.size() > failures.size();
        for (int i = 0; i < failures.size(); i++) {
            Candidate candidate = candidates.get(i);
            text.append(i == 0 ? "" : ", ").append(candidate.reference());
            text.append(" (").append(candidate.origin()).append(") ");
            text.append(failures.get(i).isAbsence() ? "is not there" : "failed");
        }
        if (more) {
            text.append("; ").append(candidates.get(failures.size()).reference());
            text.append(" was not tried, since only a registry that says that it has no such image is passed over");
        }
        return text.toString();
    }
}
