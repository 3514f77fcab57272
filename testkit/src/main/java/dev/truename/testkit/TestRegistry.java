package dev.truename.testkit;

import static java.util.Objects.requireNonNull;

import dev.truename.testkit.access.Access;
import dev.truename.testkit.access.Denial;
import dev.truename.testkit.content.Artifact;
import dev.truename.testkit.content.Blob;
import dev.truename.testkit.content.Manifest;
import dev.truename.testkit.distribution.Route;
import dev.truename.testkit.fault.Fault;
import dev.truename.testkit.fault.FaultInjector;
import dev.truename.testkit.fault.InjectedFault;
import dev.truename.testkit.fault.RequestMatcher;
import dev.truename.testkit.http.Handler;
import dev.truename.testkit.http.HttpServer;
import dev.truename.testkit.http.Reply;
import dev.truename.testkit.http.Request;
import dev.truename.testkit.http.Response;
import dev.truename.testkit.log.RecordedRequest;
import dev.truename.testkit.log.RequestLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// An OCI distribution registry on loopback, in this process.
///
/// ```java
/// try (TestRegistry registry = TestRegistry.start()) {
///     TestImage image = TestImage.of("hello");
///     registry.push("library/redis", "7", image);
///     registry.inject(RequestMatcher.blobs().nth(1), Faults.resetAfter(100));
///     // pull registry.host() + "/library/redis:7", then look at registry.log()
/// }
/// ```
///
/// A request is written down, then goes through the faults, the denials, the access control, and last to the content.
/// Any number of threads may use it. After [#close()] no socket and no thread of it is left.
public final class TestRegistry implements AutoCloseable {
    private final ContentStore store = new ContentStore();
    private final Uploads uploads = new Uploads(store);
    private final Router router = new Router(store, uploads);
    private final RequestLog log = new RequestLog();
    private final FaultInjector faults = new FaultInjector();
    private final Map<String, Denial> denials = new ConcurrentHashMap<>();
    private final String hostname;
    private final Access access;
    private final HttpServer server;

    private TestRegistry(Builder settings) {
        this.hostname = settings.hostname;
        this.access = settings.access;
        this.server = HttpServer.start(this::handle, settings.tls);
    }

    public static Builder builder() {
        return new Builder();
    }

    /// A registry over plain HTTP that lets everybody do everything.
    public static TestRegistry start() {
        return builder().start();
    }

    /// `NAME:PORT`, as it stands in front of a repository.
    public String host() {
        return hostname + ":" + port();
    }

    public int port() {
        return server.port();
    }

    /// `http://NAME:PORT` or `https://NAME:PORT`.
    public URI uri() {
        return URI.create((server.isSecure() ? "https://" : "http://") + host());
    }

    /// What was asked, faults and refusals included.
    public RequestLog log() {
        return log;
    }

    /// How many connections were ever made, those that brought no request (a refused certificate, say) included.
    public long acceptedConnections() {
        return server.acceptedConnections();
    }

    /// Puts an artifact in and lets the tag point at it. Returns its digest.
    public String push(String repository, String tag, Artifact artifact) {
        String digest = push(repository, artifact);
        store.tag(repository, tag, digest);
        return digest;
    }

    /// Puts an artifact in without a tag. Returns its digest.
    public String push(String repository, Artifact artifact) {
        store.push(repository, artifact);
        return artifact.digest();
    }

    /// Files a manifest under a digest that need not be its own, or under no true digest at all.
    public void putManifest(String repository, String digest, Manifest manifest) {
        store.putManifest(repository, digest, manifest);
    }

    /// Files a blob under a digest that need not be its own.
    public void putBlob(String repository, String digest, Blob blob) {
        store.putBlob(repository, digest, blob.body());
    }

    /// Moves or makes a tag.
    public void tag(String repository, String tag, String digest) {
        store.tag(repository, tag, digest);
    }

    /// Takes a tag, a manifest (by digest) or a blob (by digest) away; whether there was one.
    public boolean remove(String repository, String reference) {
        return store.remove(repository, reference);
    }

    /// What a tag or digest gives, without a request.
    public Optional<Manifest> manifest(String repository, String reference) {
        return store.manifest(repository, reference);
    }

    /// Whether a blob is there, without a request.
    public boolean hasBlob(String repository, String digest) {
        return store.blob(repository, digest).isPresent();
    }

    /// The tags of a repository, sorted.
    public List<String> tags(String repository) {
        return store.tags(repository);
    }

    /// Refuses everything in a repository from now on.
    public void deny(String repository, Denial denial) {
        denials.put(repository, denial);
    }

    /// Lets a fault act on the requests that the matcher means.
    public InjectedFault inject(RequestMatcher matcher, Fault fault) {
        return faults.inject(matcher, fault);
    }

    /// Takes all faults out.
    public void clearFaults() {
        faults.clear();
    }

    private Reply handle(Request request) throws IOException {
        RecordedRequest recorded = log.record(request);
        return faults.handle(recorded, request, this::answer);
    }

    private Reply answer(Request request) throws IOException {
        Route route = Route.of(request.path());
        @Nullable Denial denial = denials.get(route.repository());
        if (denial != null) {
            return new Reply.Full(denial.response());
        }
        Optional<Handler> tokens = access.tokens();
        if (route.kind() == Route.Kind.TOKEN && tokens.isPresent()) {
            return tokens.get().handle(request);
        }
        Optional<Response> refusal = access.refuse(request, route);
        return new Reply.Full(refusal.isPresent() ? refusal.get() : router.answer(request, route));
    }

    @Override
    public void close() {
        try {
            server.close();
            uploads.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Collects settings. Used by one thread.
    public static final class Builder {
        private String hostname = "127.0.0.1";
        private Access access = Access.anonymous();
        private @Nullable SSLContext tls;

        private Builder() {}

        /// How the registry calls itself: `127.0.0.1` at first. It listens on 127.0.0.1 whatever the name.
        public Builder hostname(String name) {
            this.hostname = requireNonNull(name);
            return this;
        }

        /// Serves HTTPS with this certificate, and nothing else.
        public Builder tls(SSLContext context) {
            this.tls = requireNonNull(context);
            return this;
        }

        public Builder access(Access chosen) {
            this.access = requireNonNull(chosen);
            return this;
        }

        public TestRegistry start() {
            return new TestRegistry(this);
        }
    }
}
