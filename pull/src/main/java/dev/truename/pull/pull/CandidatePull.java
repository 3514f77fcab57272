package dev.truename.pull.pull;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Tag;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.RawManifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The pull of one candidate: its sources are asked in order what it points at, and the first whose image can be had
/// whole is taken.
final class CandidatePull {
    private final Qualified candidate;
    private final List<RemoteSource> sources;
    private final PullContext context;

    private final List<SourceFailure> failures = new ArrayList<>();
    private final Map<Digest, PullFailure> failedRoots = new HashMap<>();

    CandidatePull(Qualified candidate, List<RemoteSource> sources, PullContext context) {
        this.candidate = candidate;
        this.sources = sources;
        this.context = context;
    }

    PullOutcome run() {
        for (RemoteSource source : sources) {
            try {
                return pullFrom(source);
            } catch (PullException e) {
                SourceFailure failure = source.failed(candidate, e.failure());
                failures.add(failure);
                if (failure.isOurs()) {
                    break;
                }
                context.listener().on(new PullEvent.SourceFailed(failure));
            }
        }
        return new PullOutcome.Failed(failures);
    }

    private PullOutcome.Pulled pullFrom(RemoteSource source) throws PullException {
        context.listener().on(new PullEvent.Asking(candidate, source.source()));
        RawManifest root = root(source);
        @Nullable PullFailure before = failedRoots.get(root.digest());
        if (before != null) {
            throw new PullException(before);
        }
        try {
            return new ImagePull(inOrderFrom(source), context).pull(root, failures);
        } catch (PullException e) {
            PullFailure failure = incomplete(e.failure());
            failedRoots.put(root.digest(), failure);
            throw new PullException(failure, e);
        }
    }

    /// What the candidate points at. A digest that is in the store is asked of nobody.
    private RawManifest root(RemoteSource source) throws PullException {
        if (candidate.digest().isPresent()) {
            Digest digest = candidate.digest().get();
            Optional<RawManifest> stored = context.store().manifest(digest);
            return stored.isPresent() ? stored.get() : source.repository().manifest(digest);
        }
        return source.repository().manifest(candidate.tag().orElse(Tag.LATEST));
    }

    /// All sources, the one that told the root first: any of them may give a piece whose digest is known.
    private Pieces inOrderFrom(RemoteSource first) {
        List<RemoteSource> ordered = new ArrayList<>(sources);
        ordered.remove(first);
        ordered.addFirst(first);
        return new Pieces(candidate, ordered, context.listener());
    }

    /// A missing piece does not mean that there is no such image: nobody may take it for a reason to search on.
    private static PullFailure incomplete(PullFailure failure) {
        return failure instanceof PullFailure.NotFound missing
                ? new PullFailure.Malformed(
                        missing.source(), "the image is there, but a piece of it is not: " + missing.detail())
                : failure;
    }
}
