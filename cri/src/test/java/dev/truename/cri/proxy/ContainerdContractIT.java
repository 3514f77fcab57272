package dev.truename.cri.proxy;

import static java.util.Objects.requireNonNull;

import dev.truename.cri.backend.ImageBackend;
import dev.truename.cri.backend.ImageBackendContract;
import dev.truename.cri.event.NodeListener;
import dev.truename.cri.real.ContainerdProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// The contract, held by the proxy in front of Debian's containerd.
class ContainerdContractIT extends ImageBackendContract {
    @TempDir
    private Path place;

    private @Nullable ContainerdProcess started;

    @BeforeAll
    static void need() {
        ContainerdProcess.need();
    }

    @Override
    protected ImageBackend backend(NodeListener listener) throws IOException {
        ContainerdProcess containerd = ContainerdProcess.start(place);
        started = containerd;
        return new ProxyBackend(containerd.socket(), listener);
    }

    @AfterEach
    void end() {
        requireNonNull(started).close();
    }
}
