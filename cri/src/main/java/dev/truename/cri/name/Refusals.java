package dev.truename.cri.name;

import dev.truename.cri.backend.NodeSnapshot;
import dev.truename.names.config.AliasDefinition;
import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.pullsource.UnusedSource;
import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.ShortName;
import dev.truename.names.shortname.Resolution;
import io.grpc.Status;
import io.grpc.StatusException;
import java.util.List;

/// Why a name may not be pulled, in one line for the events of a pod: what it could mean, where that is written,
/// what to do.
public final class Refusals {
    /// Of longer lists the rest is counted.
    private static final int MOST_LISTED = 8;

    private Refusals() {}

    static StatusException invalid(InvalidReferenceException e) {
        return Told.of(
                Status.Code.INVALID_ARGUMENT,
                e.getMessage() + "; a name is [REGISTRY/]PATH[:TAG][@DIGEST], such as quay.io/podman/hello:latest");
    }

    /// Several candidates, and the mode forbids to guess.
    public static StatusException ambiguous(Resolution.Ambiguous ambiguous, NodeSnapshot snapshot) {
        StringBuilder text = new StringBuilder("short name \"" + ambiguous.name() + "\" could be any of: ");
        text.append(Reasons.list(ambiguous.candidates()));
        text.append("; the short-name mode enforcing");
        snapshot.configuration()
                .mode()
                .ifPresent(mode -> text.append(" (").append(mode.origin()).append(')'));
        text.append(" forbids to guess");
        return Told.of(
                Status.Code.FAILED_PRECONDITION,
                text + nearMiss(ambiguous.name(), snapshot) + "; " + advice(ambiguous.name()));
    }

    /// No alias and nothing to search.
    public static StatusException unresolved(Resolution.Unresolved unresolved, NodeSnapshot snapshot) {
        String erased =
                unresolved.erasure().map(it -> " (erased at " + it + ")").orElse("");
        String list = unresolved
                .searchList()
                .map(it -> "the list of search registries is empty at " + it)
                .orElse("no file lists search registries");
        return Told.of(
                Status.Code.FAILED_PRECONDITION,
                "short name \"" + unresolved.name() + "\" has no alias" + erased + ", and " + list
                        + nearMiss(unresolved.name(), snapshot) + "; " + advice(unresolved.name()));
    }

    /// A search registry cannot hold the name.
    public static StatusException inexpressible(Resolution.Inexpressible name, NodeSnapshot snapshot) {
        return Told.of(
                Status.Code.INVALID_ARGUMENT,
                "short name \"" + name.name() + "\" has no alias, and no search registry can hold it ("
                        + name.registry() + "): " + name.reason() + nearMiss(name.name(), snapshot) + "; "
                        + advice(name.name()));
    }

    /// The configuration leaves no place to pull a candidate from.
    public static StatusException blocked(PullPlan plan) {
        StringBuilder text = new StringBuilder(plan.reference() + " may not be pulled: ");
        boolean wrongName = false;
        for (int i = 0; i < plan.unused().size() && i < MOST_LISTED; i++) {
            UnusedSource source = plan.unused().get(i);
            text.append(i == 0 ? "" : ", ")
                    .append(source.location())
                    .append(' ')
                    .append(why(source));
            wrongName |= source.reason() == UnusedSource.Reason.INVALID_NAME;
        }
        return Told.of(
                Status.Code.PERMISSION_DENIED,
                text
                        + (wrongName
                                ? "; correct the location, so that it gives a valid name"
                                : "; take the image from another registry, or lift the block where it is set"));
    }

    private static String why(UnusedSource source) {
        return switch (source.reason()) {
            case DIGEST_ONLY -> "is asked for digests only (" + source.because() + ") and the name has none";
            case TAG_ONLY -> "is asked for tags only (" + source.because() + ") and the name has a digest";
            case BLOCKED -> "is blocked (" + source.because() + ")";
            case BLOCKED_LOCATION -> "has a location of its own that is blocked (" + source.because() + ")";
            case INVALID_NAME -> "is no valid name (" + source.because() + ")";
        };
    }

    private static String nearMiss(ShortName name, NodeSnapshot snapshot) {
        List<AliasDefinition> near = snapshot.nearMisses().of(name);
        if (near.isEmpty()) {
            return "";
        }
        AliasDefinition first = near.getFirst();
        return "; \"" + name.path() + "\" is no alias, but nearly \"" + first.key() + "\", which means "
                + first.target().orElseThrow() + " (" + first.origin() + ")";
    }

    static String advice(ShortName name) {
        return "write the full name, or say what it means on this node: \"" + name.path()
                + "\" = \"REGISTRY/REPOSITORY\" below [aliases] in a file of registries.conf.d";
    }
}
