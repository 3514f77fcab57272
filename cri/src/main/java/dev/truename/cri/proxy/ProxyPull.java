package dev.truename.cri.proxy;

import dev.truename.cri.auth.PodNamespace;
import dev.truename.cri.backend.CallContext;
import dev.truename.cri.event.CallPurpose;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.event.PullTicket;
import dev.truename.cri.event.RuntimeOutcome;
import dev.truename.cri.name.ImageText;
import dev.truename.cri.name.Meaning;
import dev.truename.cri.name.NameLookup;
import dev.truename.cri.name.Refusals;
import dev.truename.cri.name.Told;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.cri.v1.PullImageResponse;
import dev.truename.names.reference.ImageReference;
import dev.truename.names.reference.Printable;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.ShortName;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Has the runtime pull what a name means: the first of its candidates that there is. The runtime is asked for the next
/// one only if the registry of the one before said that it has no such image.
final class ProxyPull {
    /// What users write is shown in logs; nobody writes that much.
    private static final int MAX_USER_SPECIFIED = 300;

    private static final int MAX_ID = 200;

    private final RuntimeConnection runtime;
    private final NameLookup names;
    private final NameRewriter rewriter;
    private final NodeListener listener;
    private final AtomicLong numbers = new AtomicLong();

    ProxyPull(RuntimeConnection runtime, NameLookup names, NameRewriter rewriter, NodeListener listener) {
        this.runtime = runtime;
        this.names = names;
        this.rewriter = rewriter;
        this.listener = listener;
    }

    PullImageResponse pull(PullImageRequest request, CallContext call) throws StatusException {
        String text = request.getImage().getImage();
        if (!(names.parse(text, CallPurpose.PULL) instanceof ImageText.Name name)) {
            throw Told.of(
                    Status.Code.INVALID_ARGUMENT,
                    "\"" + text + "\" is an image's id, and can be pulled only by a name; write [REGISTRY/]PATH[:TAG]");
        }
        Meaning meaning = names.meaning(name.reference(), call.snapshot());
        PullTicket ticket = ticket(request, meaning, call);
        listener.on(new NodeEvent.PullRequested(ticket));
        listener.on(
                new NodeEvent.PullStarted(ticket, Duration.ZERO)); // the runtime keeps pulls waiting, if anybody does
        return pull(request, meaning, ticket, call);
    }

    /// Whatever becomes of it, its end is told.
    private PullImageResponse pull(PullImageRequest request, Meaning meaning, PullTicket ticket, CallContext call)
            throws StatusException {
        long start = System.nanoTime();
        List<RuntimeFailure> failures = new ArrayList<>();
        RuntimeOutcome outcome = new RuntimeOutcome.Failed();
        Status status = Status.UNKNOWN;
        try {
            Given given = first(request, meaning, ticket, call, failures);
            outcome = given.outcome();
            status = Status.OK;
            return given.response();
        } catch (BlockedException e) {
            outcome = new RuntimeOutcome.Blocked();
            status = e.told.getStatus();
            throw e.told;
        } catch (StatusException e) {
            outcome = isAbsent(ticket, failures) ? new RuntimeOutcome.Absent() : outcome;
            status = e.getStatus();
            throw e;
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            listener.on(new NodeEvent.RuntimePullEnded(ticket, outcome, status, took));
        }
    }

    private static boolean isAbsent(PullTicket ticket, List<RuntimeFailure> failures) {
        return failures.size() == ticket.candidates().size()
                && failures.stream().allMatch(RuntimeFailure::isAbsence);
    }

    /// The candidate whose turn it is may not be pulled.
    private static final class BlockedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient StatusException told;

        BlockedException(StatusException told) {
            super(told);
            this.told = told;
        }
    }

    private PullTicket ticket(PullImageRequest request, Meaning meaning, CallContext call) throws StatusException {
        String user = request.getImage().getUserSpecifiedImage();
        return new PullTicket(
                numbers.incrementAndGet(),
                meaning.asked().toString(),
                user.isEmpty() ? Optional.empty() : Optional.of(Printable.text(user, MAX_USER_SPECIFIED)),
                PodNamespace.of(request).map(PodNamespace::name),
                meaning.candidates(),
                call.snapshot().id());
    }

    /// The image that a candidate gave, and what the runtime said of it.
    private record Given(RuntimeOutcome.Pulled outcome, PullImageResponse response) {}

    private Given first(
            PullImageRequest request,
            Meaning meaning,
            PullTicket ticket,
            CallContext call,
            List<RuntimeFailure> failures)
            throws StatusException, BlockedException {
        for (Qualified candidate : ticket.candidates()) {
            Handed handed = rewriter.hand(candidate, call);
            requireAllowed(handed, ticket);
            PullImageRequest.Builder handing = renamed(request, meaning.asked(), handed);
            Optional<String> keptBack = Optional.empty();
            try {
                keptBack = bindAuth(handing, meaning.asked(), handed, call);
                return given(handed, ask(handing.build(), handed, ticket, call));
            } catch (StatusException e) {
                failures.add(new RuntimeFailure(handed, keptBack, e));
                if (!failures.getLast().isAbsence()) {
                    break;
                }
            }
        }
        throw FailedSearch.told(meaning, failures);
    }

    private static Given given(Handed handed, PullImageResponse response) {
        String id = Printable.text(response.getImageRef(), MAX_ID);
        return new Given(new RuntimeOutcome.Pulled(handed.candidate(), handed.sent(), id), response);
    }

    private void requireAllowed(Handed handed, PullTicket ticket) throws BlockedException {
        if (!handed.allowed()) {
            listener.on(new NodeEvent.NameBlocked(CallPurpose.PULL, ticket.input(), handed.plan(), ticket.snapshot()));
            throw new BlockedException(Refusals.blocked(handed.plan()));
        }
    }

    private static PullImageRequest.Builder renamed(PullImageRequest request, ImageReference reference, Handed handed) {
        PullImageRequest.Builder builder = request.toBuilder();
        builder.getImageBuilder()
                .setImage(handed.inPlaceOf(request.getImage().getImage(), reference instanceof ShortName));
        return builder;
    }

    /// @return the host that the credentials are for, if they were taken away
    private Optional<String> bindAuth(
            PullImageRequest.Builder request, ImageReference reference, Handed handed, CallContext call)
            throws StatusException {
        return request.hasAuth()
                ? HandedAuth.bind(request, reference, handed.sent(), runtime.kind(call))
                : Optional.empty();
    }

    private PullImageResponse ask(PullImageRequest request, Handed handed, PullTicket ticket, CallContext call)
            throws StatusException {
        long start = System.nanoTime();
        Status status = Status.OK;
        try {
            return runtime.images(call).pullImage(request);
        } catch (StatusException e) {
            StatusException told = Context.current().isCancelled() ? left() : e;
            status = told.getStatus();
            throw told;
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            listener.on(new NodeEvent.RuntimePulled(ticket, handed.candidate(), handed.sent(), status, took));
        }
    }

    /// Instead of what becomes of a call on a thread that is interrupted then.
    private static StatusException left() {
        @Nullable Deadline deadline = Context.current().getDeadline();
        return deadline != null && deadline.isExpired()
                ? Told.of(Status.Code.DEADLINE_EXCEEDED, "the time that the caller gave it is over")
                : Told.of(Status.Code.CANCELLED, "the caller is gone");
    }
}
