package dev.truename.cri.name;

import static java.util.Objects.requireNonNull;

import dev.truename.cri.backend.NodeSnapshot;
import dev.truename.cri.event.CallPurpose;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.NodeListener;
import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.ShortName;
import dev.truename.names.shortname.Candidate;
import dev.truename.names.shortname.Chooser;
import dev.truename.names.shortname.Resolution;
import io.grpc.StatusException;
import java.util.ArrayList;
import java.util.List;

/// Says what a name means, or why it means nothing here. Nobody can be asked.
public final class NameLookup {
    private static final String LOCALHOST = "localhost";

    private final NodeListener listener;

    public NameLookup(NodeListener listener) {
        this.listener = requireNonNull(listener);
    }

    /// What was written to mean an image.
    ///
    /// @throws StatusException INVALID_ARGUMENT if it cannot mean any
    public ImageText parse(String text, CallPurpose purpose) throws StatusException {
        try {
            return ImageText.parse(text);
        } catch (InvalidReferenceException e) {
            listener.on(new NodeEvent.NameInvalid(purpose, String.valueOf(e.getMessage())));
            throw Refusals.invalid(e);
        }
    }

    /// What a pull of the name tries, in order, and on whose word.
    ///
    /// @throws StatusException if the configuration says that nothing may be pulled; its description names the
    ///     candidates, the files and lines, and what to do
    public Meaning meaning(ImageReference reference, NodeSnapshot snapshot) throws StatusException {
        Resolution resolution = resolve(CallPurpose.PULL, reference, snapshot);
        Meaning meaning = switch (resolution) {
            case Resolution.AlreadyQualified it -> new Meaning(reference, List.of(it.reference()), "");
            case Resolution.Aliased it -> new Meaning(reference, List.of(it.reference()), Reasons.aliased(it));
            case Resolution.Chosen it ->
                new Meaning(reference, List.of(it.candidate().reference()), "");
            case Resolution.Searched it -> new Meaning(reference, references(it.candidates()), Reasons.searched(it));
            case Resolution.Ambiguous it -> throw Refusals.ambiguous(it, snapshot);
            case Resolution.Unresolved it -> throw Refusals.unresolved(it, snapshot);
            case Resolution.Inexpressible it -> throw Refusals.inexpressible(it, snapshot);
        };
        requireUsable(meaning, snapshot);
        return meaning;
    }

    /// The names under which an image that is here is looked for, in order: those that a pull would try. A name
    /// that has no alias may stand for an image of this machine alone, `localhost/NAME`, ahead of them. A name
    /// that has an alias means the alias and nothing else: an image that somebody pulled from a search registry
    /// is not taken for it.
    ///
    /// @return none if the name has no meaning, so that nothing that is here can be meant
    /// @throws StatusException if the name is ambiguous and may not be guessed
    public List<Qualified> toFind(CallPurpose purpose, ImageReference reference, NodeSnapshot snapshot)
            throws StatusException {
        Resolution resolution = resolve(purpose, reference, snapshot);
        return switch (resolution) {
            case Resolution.AlreadyQualified it -> List.of(it.reference());
            case Resolution.Aliased it -> List.of(it.reference());
            case Resolution.Chosen it -> List.of(it.candidate().reference());
            case Resolution.Searched it -> local(it.name(), references(it.candidates()));
            case Resolution.Ambiguous it -> throw Refusals.ambiguous(it, snapshot);
            case Resolution.Unresolved it -> local(it.name(), List.of());
            case Resolution.Inexpressible _ -> List.of();
        };
    }

    private Resolution resolve(CallPurpose purpose, ImageReference reference, NodeSnapshot snapshot) {
        Resolution resolution = snapshot.resolver().resolve(reference, Chooser.NOBODY);
        listener.on(new NodeEvent.NameResolved(purpose, reference.toString(), resolution, snapshot.id()));
        return resolution;
    }

    private static List<Qualified> references(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::reference).toList();
    }

    private static List<Qualified> local(ShortName name, List<Qualified> candidates) {
        List<Qualified> names = new ArrayList<>();
        try {
            names.add(name.at(LOCALHOST).withDefaultTag());
        } catch (InvalidReferenceException e) {
            return candidates; // too long for it
        }
        names.addAll(candidates);
        return names;
    }

    /// A block of the first candidate ends it here: what comes after it would be somebody else's.
    private void requireUsable(Meaning meaning, NodeSnapshot snapshot) throws StatusException {
        PullPlan plan = snapshot.planner().plan(meaning.candidates().getFirst());
        if (plan.blocked()) {
            listener.on(
                    new NodeEvent.NameBlocked(CallPurpose.PULL, meaning.asked().toString(), plan, snapshot.id()));
            throw Refusals.blocked(plan);
        }
    }
}
