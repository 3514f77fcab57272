package dev.truename.cri.fake;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import dev.truename.cri.v1.AuthConfig;
import dev.truename.cri.v1.Image;
import dev.truename.cri.v1.PullImageRequest;
import dev.truename.names.reference.Qualified;
import dev.truename.testkit.content.TestImage;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A CRI runtime on a unix socket that speaks as containerd does, has what is offered to it, fails as it is told, and
/// remembers what it was asked.
public final class FakeRuntime implements AutoCloseable {
    private final Path socket;
    private final String name;
    private final Map<String, Image> images = new ConcurrentHashMap<>();
    private final Map<String, TestImage> offers = new ConcurrentHashMap<>();
    private final Map<String, StatusException> failures = new ConcurrentHashMap<>();
    private final List<PullImageRequest> pulls = new CopyOnWriteArrayList<>();
    private final List<Metadata> headers = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore arrivals = new Semaphore(0);
    private volatile Optional<Deadline> lastDeadline = Optional.empty();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private @Nullable Server server;
    private @Nullable CrashableLoops loops;

    private FakeRuntime(Path socket, String name) {
        this.socket = socket;
        this.name = name;
    }

    /// @param name what it calls itself: `containerd`, `cri-o`
    public static FakeRuntime start(Path socket, String name) throws IOException {
        FakeRuntime runtime = new FakeRuntime(socket, name);
        runtime.startAgain();
        return runtime;
    }

    public Path socket() {
        return socket;
    }

    /// Has its registries hold an image under a full name.
    public void offer(String reference, TestImage image) {
        offers.put(reference, image);
    }

    /// Has every pull of a name fail.
    public void fail(String reference, Status status) {
        fail(reference, status, new Metadata());
    }

    /// Has every pull of a name fail.
    ///
    /// @param trailers what it says beside the status
    public void fail(String reference, Status status, Metadata trailers) {
        failures.put(reference, status.asException(trailers));
    }

    /// Lets pulls wait until [#open()].
    public void hold() {
        gate = new CountDownLatch(1);
    }

    public void open() {
        gate.countDown();
    }

    /// The pulls that it was asked for, as they came.
    public List<PullImageRequest> pulls() {
        return List.copyOf(pulls);
    }

    /// The names of the pulls that it was asked for.
    public List<String> pulledNames() {
        return pulls.stream().map(pull -> pull.getImage().getImage()).toList();
    }

    /// The credentials of the last pull, if it had any.
    public Optional<AuthConfig> lastAuth() {
        PullImageRequest last = pulls.getLast();
        return last.hasAuth() ? Optional.of(last.getAuth()) : Optional.empty();
    }

    /// Forgets what it was asked.
    public void forget() {
        pulls.clear();
        headers.clear();
    }

    /// Waits until so many pulls have come.
    public void awaitPulls(int count) throws InterruptedException {
        while (pulls.size() < count) {
            arrivals.acquire();
        }
    }

    /// The deadline of the last pull, if it had one.
    public Optional<Deadline> lastDeadline() {
        return lastDeadline;
    }

    /// Makes every image that it has larger by so many bytes that nobody knows.
    public void pad(int bytes) {
        UnknownFieldSet.Field field = UnknownFieldSet.Field.newBuilder()
                .addLengthDelimited(ByteString.copyFrom(new byte[bytes]))
                .build();
        UnknownFieldSet padding =
                UnknownFieldSet.newBuilder().addField(90, field).build();
        images.replaceAll(
                (name, image) -> image.toBuilder().setUnknownFields(padding).build());
    }

    /// What came beside the requests.
    public List<Metadata> headers() {
        return List.copyOf(headers);
    }

    /// Waits until a held pull has been cancelled by its caller.
    public boolean awaitCancelled() throws InterruptedException {
        return cancelled.await(30, TimeUnit.SECONDS);
    }

    String name() {
        return name;
    }

    Map<String, Image> images() {
        return images;
    }

    Map<String, TestImage> offers() {
        return offers;
    }

    /// One more name of an image, which is listed once.
    synchronized void pulled(String reference, TestImage image) {
        String id = image.config().digest();
        Image.Builder builder = images.values().stream()
                .filter(other -> other.getId().equals(id))
                .findFirst()
                .map(Image::toBuilder)
                .orElseGet(() ->
                        Image.newBuilder().setId(id).setSize(image.manifest().size()));
        if (!images.containsKey(reference)) {
            String repository = Qualified.parse(reference).repository().toString();
            builder.addRepoTags(reference)
                    .addRepoDigests(repository + "@" + image.manifest().digest());
        }
        Image whole = builder.build();
        images.replaceAll((name, other) -> other.getId().equals(id) ? whole : other);
        images.put(reference, whole);
    }

    Optional<StatusException> failure(String reference) {
        return Optional.ofNullable(failures.get(reference));
    }

    /// Writes a pull down, and holds it if it is told to.
    ///
    /// @return whether somebody still waits for its answer
    boolean pulling(PullImageRequest request) {
        lastDeadline = Optional.ofNullable(Context.current().getDeadline());
        pulls.add(request);
        arrivals.release();
        Context.current().addListener(_ -> cancelled.countDown(), Runnable::run);
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !Context.current().isCancelled();
    }

    /// Ends at once, as a crash would: its connections break, and nobody is told why.
    public void kill() {
        if (loops != null) {
            delete(); // a listening socket that Java has closed may take connections for a while
            loops.crash();
            gate.countDown();
            server = null; // it would wait for its loops for ever
            loops = null;
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Serves behind the same socket, with what it had.
    public void startAgain() throws IOException {
        CrashableLoops own = new CrashableLoops();
        loops = own;
        server = NettyServerBuilder.forAddress(UnixDomainSocketAddress.of(socket))
                .channelType(NioServerDomainSocketChannel.class)
                .bossEventLoopGroup(own)
                .workerEventLoopGroup(own)
                .executor(threads)
                .maxInboundMessageSize(16 << 20)
                .intercept(new Remembering())
                .addService(new FakeImageService(this))
                .addService(new FakeRuntimeService(this))
                .build()
                .start();
    }

    private final class Remembering implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata received, ServerCallHandler<Q, A> next) {
            headers.add(received);
            return next.startCall(call, received);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.shutdownNow();
        }
        kill();
        threads.shutdown();
    }
}
