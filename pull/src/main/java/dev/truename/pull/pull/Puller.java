package dev.truename.pull.pull;

import static java.util.Objects.requireNonNull;

import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.pullsource.PullSourcePlanner;
import dev.truename.names.pullsource.UnusedSource;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.store.ImageStore;
import dev.truename.pull.transport.Pauses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/// Pulls images into a store. Any number of threads may pull at once; together they keep to one limit of blobs.
///
/// Interrupting the pulling thread cancels its pull; nothing half-written is left under a name.
public final class Puller {
    private final PullSourcePlanner planner;
    private final Remotes remotes;
    private final ImageStore store;
    private final PullSettings settings;
    private final Semaphore blobLimit;
    private final Pauses pauses;
    private final ThreadFactory threads;

    /// One that fetches on virtual threads.
    public Puller(PullSourcePlanner planner, Remotes remotes, ImageStore store, PullSettings settings, Pauses pauses) {
        this(planner, remotes, store, settings, pauses, Thread.ofVirtual().factory());
    }

    /// One that fetches on threads of somebody's choice. A process that ends after its pull is better off with platform
    /// threads: the JVM waits 300 ms at its end for the poller of virtual threads, which sits in the system.
    public Puller(
            PullSourcePlanner planner,
            Remotes remotes,
            ImageStore store,
            PullSettings settings,
            Pauses pauses,
            ThreadFactory threads) {
        this(planner, remotes, store, settings, pauses, threads, new Semaphore(settings.parallelBlobs()));
    }

    /// One that keeps to a limit of blobs together with other pullers.
    ///
    /// @param blobLimit a permit for each blob that is fetched; [PullSettings#parallelBlobs()] is what one pull
    ///     may take of them
    public Puller(
            PullSourcePlanner planner,
            Remotes remotes,
            ImageStore store,
            PullSettings settings,
            Pauses pauses,
            ThreadFactory threads,
            Semaphore blobLimit) {
        this.planner = requireNonNull(planner);
        this.remotes = requireNonNull(remotes);
        this.store = requireNonNull(store);
        this.settings = requireNonNull(settings);
        this.pauses = requireNonNull(pauses);
        this.threads = requireNonNull(threads);
        this.blobLimit = requireNonNull(blobLimit);
    }

    /// Pulls the first of the candidates that there is. With the default [PullSettings.SearchFallback] a candidate is
    /// passed over only if its registry says that it has no such image; any other failure ends the pull, so that
    /// nobody's image is run because somebody else's registry could be made to fail.
    ///
    /// @param candidates at least one, in order
    public PullOutcome pull(List<Qualified> candidates, PullListener listener) {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to pull");
        }
        List<SourceFailure> failures = new ArrayList<>();
        for (Qualified candidate : candidates) {
            PullOutcome outcome = pullOne(candidate, listener);
            failures.addAll(outcome.failures());
            if (outcome instanceof PullOutcome.Pulled pulled) { // no pattern switch, see docs/decisions/0013
                return pulled.after(failures);
            }
            if (!mayGoOn(outcome.failures())) {
                return new PullOutcome.Failed(failures);
            }
        }
        return new PullOutcome.Failed(failures);
    }

    private PullOutcome pullOne(Qualified candidate, PullListener listener) {
        PullPlan plan = planner.plan(candidate);
        if (plan.blocked()) {
            return new PullOutcome.Failed(List.of(forbidden(plan)));
        }
        List<RemoteSource> sources = new ArrayList<>();
        for (PullSource source : plan.sources()) {
            sources.add(new RemoteSource(source, remotes.at(source)));
        }
        PullContext context = new PullContext(store, settings, blobLimit, pauses, threads, listener);
        return new CandidatePull(candidate, sources, context).run();
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
        if (settings.fallback() == PullSettings.SearchFallback.ANY) {
            return true;
        }
        boolean registryAsked = failures.stream().anyMatch(failure -> !failure.atMirror());
        return failures.stream()
                .filter(failure -> !registryAsked || !failure.atMirror())
                .allMatch(failure -> failure.failure() instanceof PullFailure.NotFound);
    }
}
