package dev.truename.cri.proxy;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Looks for a runtime that is away, twice a second. gRPC by itself waits longer after each failure, up to two minutes,
/// which is right for a network and wrong for a socket of this machine: to try costs next to nothing, and a kubelet
/// waits for it.
final class Reconnection implements AutoCloseable {
    private static final long PAUSE_MILLIS = 500;

    private final ManagedChannel channel;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().name("truename-reconnect").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    private Reconnection(ManagedChannel channel) {
        this.channel = channel;
    }

    static Reconnection of(ManagedChannel channel) {
        Reconnection reconnection = new Reconnection(channel);
        reconnection.watch();
        return reconnection;
    }

    private void watch() {
        channel.notifyWhenStateChanged(channel.getState(false), this::watch);
        lookIfAway();
    }

    private void lookIfAway() {
        if (isAway() && looking.compareAndSet(false, true)) {
            lookLater();
        }
    }

    private void look() {
        if (isAway()) {
            channel.resetConnectBackoff();
            lookLater();
        } else {
            looking.set(false);
            lookIfAway(); // it may have gone since
        }
    }

    private void lookLater() {
        var _ = timer.schedule(this::look, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private boolean isAway() {
        return channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
