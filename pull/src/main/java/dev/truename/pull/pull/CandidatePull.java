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
    private final SignatureDemand demand;

    private final List<SourceFailure> failures;
    private final Map<Digest, List<SourceFailure>> failedRoots = new HashMap<>();

    /// @param failures gets what was asked in vain
    CandidatePull(
            Qualified candidate,
            List<RemoteSource> sources,
            PullContext context,
            SignatureDemand demand,
            List<SourceFailure> failures) {
        this.candidate = candidate;
        this.sources = sources;
        this.context = context;
        this.demand = demand;
        this.failures = failures;
    }

    Optional<PullOutcome.Pulled> run() {
        boolean goOn = true;
        for (int i = 0; goOn && i < sources.size(); i++) {
            RemoteSource source = sources.get(i);
            try {
                return Optional.of(pullFrom(i));
            } catch (UnsignedException e) {
                add(List.of(source.failed(candidate, e.failure())));
                goOn = false;
            } catch (PiecesException e) {
                goOn = add(ofImage(source, e.failures()));
            } catch (PullException e) {
                goOn = add(List.of(source.failed(candidate, e.failure())));
            }
        }
        return Optional.empty();
    }

    /// @return whether another source may help
    private boolean add(List<SourceFailure> more) {
        for (SourceFailure failure : more) {
            failures.add(failure);
            if (failure.isOurs()) {
                return false;
            }
            context.listener().on(new PullEvent.SourceFailed(failure));
        }
        return true;
    }

    private PullOutcome.Pulled pullFrom(int place) throws PullException {
        RemoteSource source = sources.get(place);
        context.listener().on(new PullEvent.Asking(candidate, source.source()));
        RawManifest root = root(source);
        @Nullable List<SourceFailure> before = failedRoots.get(root.digest());
        if (before != null) {
            throw new PiecesException(before);
        }
        try {
            return new ImagePull(Pieces.from(place, candidate, sources, context.listener()), context, demand)
                    .pull(root, failures);
        } catch (PiecesException e) {
            failedRoots.put(root.digest(), e.failures());
            throw e;
        } catch (PullException e) {
            failedRoots.put(root.digest(), List.of(source.failed(candidate, e.failure())));
            throw e;
        }
    }

    /// Why the image that a source tells of cannot be had, by the sources that its pieces were asked of. Others that
    /// do not have a piece have not failed by that: what they say of the image itself is still to be heard.
    private List<SourceFailure> ofImage(RemoteSource teller, List<SourceFailure> ofPieces) {
        List<SourceFailure> told = new ArrayList<>();
        boolean itself = false;
        for (SourceFailure failure : ofPieces) {
            boolean ofTeller = failure.source().equals(Optional.of(teller.source()));
            itself |= ofTeller;
            if (ofTeller || !(failure.failure() instanceof PullFailure.NotFound)) {
                told.add(incomplete(failure));
            }
        }
        if (!itself) {
            PullFailure telling = new PullOutcome.Failed(ofPieces).mostTelling().failure();
            told.add(incomplete(teller.failed(candidate, telling)));
        }
        told.removeAll(failures);
        return told;
    }

    /// What the candidate points at. A digest that is in the store is asked of nobody, unless it has to be confirmed.
    private RawManifest root(RemoteSource source) throws PullException {
        if (candidate.digest().isPresent()) {
            Digest digest = candidate.digest().get();
            Optional<RawManifest> stored = context.settings().confirmed()
                    ? Optional.empty()
                    : context.store().manifest(digest);
            return stored.isPresent() ? stored.get() : source.repository().manifest(digest);
        }
        return source.repository().manifest(candidate.tag().orElse(Tag.LATEST));
    }

    /// A missing piece does not mean that there is no such image: nobody may take it for a reason to search on.
    private static SourceFailure incomplete(SourceFailure failure) {
        return failure.failure() instanceof PullFailure.NotFound missing
                ? new SourceFailure(
                        failure.candidate(),
                        failure.source(),
                        new PullFailure.Malformed(
                                missing.source(), "the image is there, but a piece of it is not: " + missing.detail()))
                : failure;
    }
}
