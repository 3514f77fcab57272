package dev.truename.cri.event;

import dev.truename.names.pullsource.PullPlan;
import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Qualified;
import dev.truename.names.shortname.Resolution;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.pull.PullEvent;
import dev.truename.pull.pull.PullOutcome;
import dev.truename.pull.store.Pruned;
import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What happens in the node service.
public sealed interface NodeEvent {
    /// A call has been answered.
    ///
    /// @param method such as `PullImage`
    /// @param status how; its description is what the caller was told
    record CallEnded(String method, Status status, Duration took) implements NodeEvent {}

    /// A name was looked up.
    ///
    /// @param input as it was asked for; a valid reference
    /// @param snapshot the id of the configuration that was asked
    record NameResolved(CallPurpose purpose, String input, Resolution resolution, String snapshot)
            implements NodeEvent {}

    /// What should have been a name is none.
    ///
    /// @param reason says which text and why, in one line that can be shown
    record NameInvalid(CallPurpose purpose, String reason) implements NodeEvent {}

    /// The configuration leaves no place to pull a candidate from.
    record NameBlocked(CallPurpose purpose, String input, PullPlan plan, String snapshot) implements NodeEvent {}

    /// Somebody wants an image.
    record PullRequested(PullTicket ticket) implements NodeEvent {}

    /// An equal pull is under way; this one waits for its end.
    ///
    /// @param other the number of the pull that goes on for both
    record PullJoined(PullTicket ticket, long other) implements NodeEvent {}

    /// Nothing like it is under way, and it was its turn.
    ///
    /// @param waited how long for its turn
    record PullStarted(PullTicket ticket, Duration waited) implements NodeEvent {}

    /// Something happened during a pull.
    record PullProgressed(PullTicket ticket, PullEvent event) implements NodeEvent {}

    /// The image is in the store.
    ///
    /// @param image its id
    record PullSucceeded(PullTicket ticket, PullOutcome.Pulled outcome, Digest image, Duration took)
            implements NodeEvent {}

    /// It is not. Cancelled ones, too, which nobody waits for any more.
    record PullFailed(PullTicket ticket, PullOutcome.Failed outcome, Duration took) implements NodeEvent {}

    /// It was ended by a mistake of this program: its callers' calls are [Broken].
    record PullBroken(PullTicket ticket) implements NodeEvent {}

    /// The runtime that serves the images was asked to pull a candidate, and has answered.
    ///
    /// @param sent what it was asked for: the candidate, unless the configuration rewrites it
    /// @param status how; its description is what the runtime said, may be long and hold anything
    record RuntimePulled(PullTicket ticket, Qualified candidate, Qualified sent, Status status, Duration took)
            implements NodeEvent {}

    /// A pull by the runtime is over.
    ///
    /// @param status how it ended; its description is what the caller is told
    record RuntimePullEnded(PullTicket ticket, RuntimeOutcome outcome, Status status, Duration took)
            implements NodeEvent {}

    /// The runtime was asked to remove an image, and has done so if it was there.
    ///
    /// @param input what the caller asked for
    /// @param sent what the runtime was asked for in its place
    record RuntimeRemoved(String input, String sent) implements NodeEvent {}

    /// The runtime does not answer on its socket any more, or not yet. It is looked for until it does.
    record RuntimeLost(Path socket) implements NodeEvent {}

    /// It answers again.
    ///
    /// @param away how long it did not
    record RuntimeFound(Path socket, Duration away) implements NodeEvent {}

    /// A caller has left; the pull goes on if others wait for it.
    record PullLeft(PullTicket ticket) implements NodeEvent {}

    /// An image was removed with all its names.
    record ImageRemoved(Digest image, List<String> names) implements NodeEvent {
        public ImageRemoved {
            names = List.copyOf(names);
        }
    }

    /// The room of what was removed has been given back.
    record Reclaimed(Pruned pruned, Duration took) implements NodeEvent {}

    /// It could not be given back yet; it is tried again.
    record ReclaimFailed(PullFailure failure) implements NodeEvent {}

    /// An image of the store cannot be used, and counts as not there.
    record ImageDamaged(String name, PullFailure failure) implements NodeEvent {}

    /// A mistake of this program, which one call was answered with INTERNAL for.
    record Broken(String where, Throwable cause) implements NodeEvent {}
}
