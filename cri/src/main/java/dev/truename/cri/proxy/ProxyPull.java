package dev.truename.cri.proxy;

import dev.truename.cri.auth.PodNamespace;
import dev.truename.cri.backend.CallContext;
import dev.truename.cri.event.CallPurpose;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.event.PullTicket;
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
import io.grpc.Status;
import io.grpc.StatusException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Has the runtime pull what a name means: the first of its candidates that there is. The runtime is asked for the next
/// one only if the registry of the one before said that it has no such image.
final class ProxyPull {
    /// What users write is shown in logs; nobody writes that much.
    private static final int MAX_USER_SPECIFIED = 300;

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
        Optional<Qualified> pulled = Optional.empty();
        Status status = Status.UNKNOWN;
        try {
            Given given = first(request, meaning, ticket, call, failures);
            pulled = Optional.of(given.candidate());
            status = Status.OK;
            return given.response();
        } catch (StatusException e) {
            status = e.getStatus();
            throw e;
        } finally {
            boolean absent = failures.size() == ticket.candidates().size()
                    && failures.stream().allMatch(RuntimeFailure::isAbsence);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            listener.on(new NodeEvent.RuntimePullEnded(ticket, pulled, absent, status, took));
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

    /// The candidate that gave the image, and what the runtime said of it.
    private record Given(Qualified candidate, PullImageResponse response) {}

    private Given first(
            PullImageRequest request,
            Meaning meaning,
            PullTicket ticket,
            CallContext call,
            List<RuntimeFailure> failures)
            throws StatusException {
        for (Qualified candidate : ticket.candidates()) {
            Handed handed = rewriter.hand(candidate, call);
            requireAllowed(handed, ticket);
            try {
                PullImageRequest handing = rewritten(request, meaning.asked(), handed, call);
                return new Given(candidate, ask(handing, candidate, ticket, call));
            } catch (StatusException e) {
                failures.add(new RuntimeFailure(handed, e));
                if (!failures.getLast().isAbsence()) {
                    break;
                }
            }
        }
        throw FailedSearch.told(meaning, failures);
    }

    private void requireAllowed(Handed handed, PullTicket ticket) throws StatusException {
        if (!handed.allowed()) {
            listener.on(new NodeEvent.NameBlocked(CallPurpose.PULL, ticket.input(), handed.plan(), ticket.snapshot()));
            throw Refusals.blocked(handed.plan());
        }
    }

    private PullImageRequest rewritten(
            PullImageRequest request, ImageReference reference, Handed handed, CallContext call)
            throws StatusException {
        PullImageRequest.Builder builder = request.toBuilder();
        builder.getImageBuilder()
                .setImage(handed.inPlaceOf(request.getImage().getImage(), reference instanceof ShortName));
        if (request.hasAuth()) {
            HandedAuth.bind(builder, reference, handed.sent(), runtime.kind(call));
        }
        return builder.build();
    }

    private PullImageResponse ask(PullImageRequest request, Qualified candidate, PullTicket ticket, CallContext call)
            throws StatusException {
        long start = System.nanoTime();
        Status status = Status.OK;
        try {
            return runtime.images(call).pullImage(request);
        } catch (StatusException e) {
            status = e.getStatus();
            throw e;
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            listener.on(new NodeEvent.RuntimePulled(ticket, candidate, status, took));
        }
    }
}
