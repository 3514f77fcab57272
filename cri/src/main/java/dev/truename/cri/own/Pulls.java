package dev.truename.cri.own;

import dev.truename.cri.auth.NamespacedAuth;
import dev.truename.cri.auth.PodNamespace;
import dev.truename.cri.auth.RequestAuth;
import dev.truename.cri.backend.CallContext;
import dev.truename.cri.event.NodeEvent;
import dev.truename.cri.event.PullTicket;
import dev.truename.cri.name.Meaning;
import dev.truename.cri.name.Told;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Printable;
import dev.truename.pull.credential.CredentialSource;
import io.grpc.Status;
import io.grpc.StatusException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Pulls for callers: equal ones once, and with each request's own credentials.
final class Pulls {
    /// What users write is shown in logs; nobody writes that much.
    private static final int MAX_USER_SPECIFIED = 300;

    private final PullTools tools;
    private final OwnStoreSettings.NodeCredentials nodeCredentials;
    private final Optional<NamespacedAuth> namespacedAuth;
    private final Flights<PullKey, PullEnd> flights = new Flights<>();
    private final AtomicLong numbers = new AtomicLong();

    Pulls(PullTools tools, OwnStoreSettings settings) {
        this.tools = tools;
        this.nodeCredentials = settings.nodeCredentials();
        this.namespacedAuth = settings.namespacedAuth();
    }

    /// Waits for the image's id.
    Digest pull(PullImageRequest request, Meaning meaning, CallContext call) throws StatusException {
        Optional<RequestAuth> auth = RequestAuth.of(request.getAuth(), meaning.asked());
        Optional<PodNamespace> namespace = PodNamespace.of(request);
        PullTicket ticket = ticket(request, meaning, namespace, call);
        tools.listener().on(new NodeEvent.PullRequested(ticket));
        PullKey key = new PullKey(
                meaning.candidates(),
                call.snapshot().id(),
                auth,
                namespacedAuth.isPresent() ? namespace : Optional.empty());
        PullWork work = new PullWork(ticket, call.snapshot(), credentials(auth, namespace, meaning, call), tools);
        return switch (end(key, work)) {
            case PullEnd.Pulled pulled -> pulled.image();
            case PullEnd.Failed failed ->
                throw PullProblems.status(meaning, auth, failed.outcome()).asException();
        };
    }

    private PullEnd end(PullKey key, PullWork work) throws StatusException {
        PullTicket ticket = work.ticket();
        try {
            return flights.join(
                    key,
                    work,
                    first -> tools.listener()
                            .on(new NodeEvent.PullJoined(
                                    ticket, ((PullWork) first).ticket().number())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            tools.listener().on(new NodeEvent.PullLeft(ticket));
            throw Told.of(Status.Code.CANCELLED, "the caller of this pull is gone");
        }
    }

    private PullTicket ticket(
            PullImageRequest request, Meaning meaning, Optional<PodNamespace> namespace, CallContext call) {
        String user = request.getImage().getUserSpecifiedImage();
        return new PullTicket(
                numbers.incrementAndGet(),
                meaning.asked().toString(),
                user.isEmpty() ? Optional.empty() : Optional.of(Printable.text(user, MAX_USER_SPECIFIED)),
                namespace.map(PodNamespace::name),
                meaning.candidates(),
                call.snapshot().id());
    }

    /// The request's, for their host alone; then the namespace's; then the node's.
    private CredentialSource credentials(
            Optional<RequestAuth> auth, Optional<PodNamespace> namespace, Meaning meaning, CallContext call) {
        CredentialSource node = nodeCredentials.of(call.snapshot().configuration());
        CredentialSource files = namespacedAuth.isPresent() && namespace.isPresent()
                ? namespacedAuth.get().of(namespace.get(), meaning.candidates()).or(node)
                : node;
        return auth.isPresent() ? auth.get().given().or(files) : files;
    }

    /// How many different pulls are under way or wait for their turn.
    int count() {
        return flights.count();
    }
}
