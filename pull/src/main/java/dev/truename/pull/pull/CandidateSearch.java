package dev.truename.pull.pull;

import static java.util.Objects.requireNonNull;

import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.pullsource.PullSourcePlanner;
import dev.truename.names.pullsource.UnusedSource;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.PullFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The way through the candidates of a name, whatever is wanted of them: where each is fetched from, and whether the
/// next one may be tried.
///
/// With the default [PullSettings.SearchFallback] a candidate is passed over only if its registry says that it has no
/// such image; any other failure ends the search, so that nobody's image is run because somebody else's registry could
/// be made to fail.
record CandidateSearch(PullSourcePlanner planner, Remotes remotes, PullSettings.SearchFallback fallback) {
    /// What is tried with one candidate.
    @FunctionalInterface
    interface Attempt<T> {
        /// @param sources of the candidate, in order
        /// @param failures gets what was asked in vain
        /// @return none if no source gave what is wanted
        Optional<T> at(Qualified candidate, List<RemoteSource> sources, List<SourceFailure> failures);
    }

    CandidateSearch {
        requireNonNull(planner);
        requireNonNull(remotes);
        requireNonNull(fallback);
    }

    /// What the first candidate gives that there is.
    ///
    /// @param candidates at least one, in order
    /// @param failures gets what was asked in vain, in order
    <T> Optional<T> first(List<Qualified> candidates, Attempt<T> attempt, List<SourceFailure> failures) {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to look for");
        }
        for (Qualified candidate : candidates) {
            List<SourceFailure> own = new ArrayList<>();
            Optional<T> found = at(candidate, attempt, own);
            failures.addAll(own);
            if (found.isPresent() || !mayGoOn(own)) {
                return found;
            }
        }
        return Optional.empty();
    }

    private <T> Optional<T> at(Qualified candidate, Attempt<T> attempt, List<SourceFailure> failures) {
        PullPlan plan = planner.plan(candidate);
        if (plan.blocked()) {
            failures.add(forbidden(plan));
            return Optional.empty();
        }
        List<RemoteSource> sources = new ArrayList<>();
        for (PullSource source : plan.sources()) {
            sources.add(new RemoteSource(source, remotes.at(source)));
        }
        return attempt.at(candidate, sources, failures);
    }

    private static SourceFailure forbidden(PullPlan plan) {
        Qualified candidate = plan.reference();
        if (plan.unused().isEmpty()) {
            throw new IllegalStateException("a plan without sources says why: " + candidate);
        }
        UnusedSource last = plan.unused().getLast();
        String place = last.because().toString();
        PullFailure failure = switch (last.reason()) {
            case BLOCKED -> new PullFailure.Blocked(place, candidate.repository() + " is blocked by this table");
            case BLOCKED_LOCATION ->
                new PullFailure.Blocked(
                        place,
                        candidate.repository() + " is rewritten to " + last.location()
                                + ", which is blocked by this table");
            case INVALID_NAME, DIGEST_ONLY, TAG_ONLY ->
                new PullFailure.Blocked(
                        place,
                        candidate.repository() + " is rewritten to " + last.location()
                                + ", which is no valid name; correct the location");
        };
        return new SourceFailure(candidate, Optional.empty(), failure);
    }

    /// Whether a search goes on behind a candidate that failed so. Where the registry itself was asked, its word alone
    /// counts; where only its mirrors may be asked, all of theirs.
    private boolean mayGoOn(List<SourceFailure> failures) {
        if (failures.stream().anyMatch(SourceFailure::isOurs)) {
            return false;
        }
        if (fallback == PullSettings.SearchFallback.ANY) {
            return true;
        }
        boolean registryAsked = failures.stream().anyMatch(failure -> !failure.atMirror());
        return failures.stream()
                .filter(failure -> !registryAsked || !failure.atMirror())
                .allMatch(failure -> failure.failure() instanceof PullFailure.NotFound);
    }
}
