package dev.truename.cri.name;

import dev.truename.names.shortname.Candidate;
import dev.truename.names.shortname.Resolution;
import java.util.List;

/// On whose word a short name means what it means, with files and lines.
final class Reasons {
    private static final int MOST_LISTED = 8;

    private Reasons() {}

    static String aliased(Resolution.Aliased aliased) {
        return "\"" + aliased.alias().key() + "\" is an alias of "
                + aliased.reference().repository() + " (" + aliased.alias().origin() + ")";
    }

    static String searched(Resolution.Searched searched) {
        return "\"" + searched.name() + "\" has no alias and is searched: " + list(searched.candidates()) + "; "
                + Refusals.advice(searched.name());
    }

    /// Each with the line that names it.
    static String list(List<Candidate> candidates) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < candidates.size() && i < MOST_LISTED; i++) {
            Candidate candidate = candidates.get(i);
            text.append(i == 0 ? "" : ", ").append(candidate.reference());
            text.append(" (").append(candidate.origin()).append(')');
        }
        if (candidates.size() > MOST_LISTED) {
            text.append(", and ").append(candidates.size() - MOST_LISTED).append(" more");
        }
        return text.toString();
    }
}
