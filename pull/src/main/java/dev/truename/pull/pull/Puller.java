package dev.truename.pull.pull;

import static java.util.Objects.requireNonNull;

import dev.truename.names.pullsource.PullSourcePlanner;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.policy.PolicyRuling;
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
    private final CandidateSearch search;
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
        this.search = new CandidateSearch(planner, remotes, settings.fallback());
        this.store = requireNonNull(store);
        this.settings = requireNonNull(settings);
        this.pauses = requireNonNull(pauses);
        this.threads = requireNonNull(threads);
        this.blobLimit = requireNonNull(blobLimit);
    }

    /// Pulls the first of the candidates that there is; [PullSettings.SearchFallback] says when the next one is tried.
    ///
    /// @param candidates at least one, in order
    public PullOutcome pull(List<Qualified> candidates, PullListener listener) {
        PullContext context = new PullContext(store, settings, blobLimit, pauses, threads, listener);
        List<SourceFailure> failures = new ArrayList<>();
        Optional<PullOutcome.Pulled> pulled = search.first(
                candidates, (candidate, sources, failed) -> pull(candidate, sources, context, failed), failures);
        return pulled.isPresent() ? pulled.get().after(failures) : new PullOutcome.Failed(failures);
    }

    /// Nothing is asked for an image that the policy refuses.
    private Optional<PullOutcome.Pulled> pull(
            Qualified candidate, List<RemoteSource> sources, PullContext context, List<SourceFailure> failures) {
        PolicyRuling ruling = settings.signatures().ruling(candidate);
        if (ruling instanceof PolicyRuling.Refused refused) { // no pattern switch, see docs/decisions/0013
            failures.add(new SourceFailure(candidate, Optional.empty(), refused.failure()));
            return Optional.empty();
        }
        SignatureDemand demand = ruling instanceof PolicyRuling.Signed signed
                ? PolicyDemand.of(signed, settings.signatures().storage())
                : SignatureDemand.NONE;
        return new CandidatePull(candidate, sources, context, demand, failures).run();
    }
}
