package dev.truename.pull.pull;

import dev.truename.names.pullsource.PullSourcePlanner;
import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Tag;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.manifest.Manifest;
import dev.truename.pull.manifest.ManifestParser;
import dev.truename.pull.manifest.RawManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds what names point at in registries, by the rules of a pull, and stores nothing. Any number of threads may look
/// at once; interrupting one ends its look-up.
public final class Lookup {
    private final CandidateSearch search;

    public Lookup(PullSourcePlanner planner, Remotes remotes, PullSettings.SearchFallback fallback) {
        this.search = new CandidateSearch(planner, remotes, fallback);
    }

    /// What the first of the candidates points at that there is.
    ///
    /// @param candidates at least one, in order
    public LookupOutcome find(List<Qualified> candidates) {
        List<SourceFailure> failures = new ArrayList<>();
        Optional<FoundImage> found = search.first(candidates, Lookup::ask, failures);
        return found.isPresent() ? new LookupOutcome.Found(found.get(), failures) : new LookupOutcome.Failed(failures);
    }

    private static Optional<FoundImage> ask(
            Qualified candidate, List<RemoteSource> sources, List<SourceFailure> failures) {
        for (int i = 0; i < sources.size(); i++) {
            RemoteSource source = sources.get(i);
            try {
                Manifest manifest = ManifestParser.parse(root(candidate, source), source.name());
                return Optional.of(new FoundImage(manifest, Pieces.from(i, candidate, sources, PullListener.NONE)));
            } catch (PullException e) {
                SourceFailure failure = source.failed(candidate, e.failure());
                failures.add(failure);
                if (failure.isOurs()) {
                    break;
                }
            }
        }
        return Optional.empty();
    }

    private static RawManifest root(Qualified candidate, RemoteSource source) throws PullException {
        Optional<Digest> digest = candidate.digest();
        return digest.isPresent()
                ? source.repository().manifest(digest.get())
                : source.repository().manifest(candidate.tag().orElse(Tag.LATEST));
    }
}
