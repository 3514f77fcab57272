package dev.truename.cri.proxy;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

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

    private final Runnable lost;
    private final Consumer<Duration> found;

    /// Since when it is away; none while it is not. One state is looked at after the other.
    private volatile OptionalLong awaySince = OptionalLong.empty();

    private volatile boolean wasThere;
    private volatile boolean closed;

    private Reconnection(ManagedChannel channel, Runnable lost, Consumer<Duration> found) {
        this.channel = channel;
        this.lost = lost;
        this.found = found;
    }

    /// @param lost told once when the runtime is found to be away
    /// @param found told once when it is back, with how long it was away
    static Reconnection of(ManagedChannel channel, Runnable lost, Consumer<Duration> found) {
        Reconnection reconnection = new Reconnection(channel, lost, found);
        reconnection.watch();
        return reconnection;
    }

    private void watch() {
        ConnectivityState state = channel.getState(false);
        seen(state);
        lookIfAway();
        if (!closed) { // else the channel, which is closed next, would have nobody to tell it
            channel.notifyWhenStateChanged(state, this::watch);
        }
    }

    private void seen(ConnectivityState state) {
        switch (state) {
            case READY -> {
                wasThere = true;
                if (awaySince.isPresent()) {
                    Duration away = Duration.ofNanos(System.nanoTime() - awaySince.getAsLong());
                    awaySince = OptionalLong.empty();
                    found.accept(away);
                }
            }
            case TRANSIENT_FAILURE -> {
                if (awaySince.isEmpty()) {
                    awaySince = OptionalLong.of(System.nanoTime());
                    lost.run();
                }
            }
            case IDLE -> {
                if (wasThere) {
                    var _ = channel.getState(true); // connect again without waiting for a call
                }
            }
            case CONNECTING, SHUTDOWN -> {}
        }
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
        closed = true;
        timer.shutdownNow();
    }
}
