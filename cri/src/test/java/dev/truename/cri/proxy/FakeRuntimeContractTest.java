package dev.truename.cri.proxy;

import static java.util.Objects.requireNonNull;

import dev.truename.cri.backend.ImageBackend;
import dev.truename.cri.backend.ImageBackendContract;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.fake.FakeRuntime;
import dev.truename.testkit.TestRegistry;
import dev.truename.testkit.content.TestImage;
import io.grpc.Status;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/// The contract, held by the proxy in front of a runtime of the test's own.
class FakeRuntimeContractTest extends ImageBackendContract {
    private @Nullable FakeRuntime started;

    @Override
    protected ImageBackend backend(NodeListener listener) throws IOException {
        FakeRuntime runtime = FakeRuntime.start(folder.resolve("r.sock"), "containerd");
        started = runtime;
        return new ProxyBackend(runtime.socket(), listener);
    }

    private FakeRuntime runtime() {
        return requireNonNull(started);
    }

    @AfterEach
    void end() {
        runtime().close();
    }

    @Override
    protected void offered(String reference, TestImage image) {
        runtime().offer(reference, image);
    }

    @Override
    protected void denied(String reference) {
        runtime().fail(reference, Status.UNKNOWN.withDescription("403 from " + reference));
    }

    @Override
    protected boolean asked(TestRegistry registry) {
        return runtime().pulledNames().stream().anyMatch(name -> name.startsWith(registry.host() + "/"));
    }
}
