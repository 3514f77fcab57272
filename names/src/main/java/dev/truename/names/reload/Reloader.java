package dev.truename.names.reload;

import static java.util.Objects.requireNonNull;

import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.ConfigurationSources;
import dev.truename.names.config.Finding;
import dev.truename.names.reload.ReloadEvent.Trigger;
import java.nio.file.WatchKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps the snapshot that is in force up to date. Reads all files when the system tells of a change, when somebody
/// asks for it, and from time to time; what they say is in force whole or not at all.
///
/// A process's first load must succeed: with no good snapshot there is nothing to keep, and a file that cannot be read
/// may have blocked a registry (docs/decisions).
public final class Reloader implements Supplier<Snapshot>, AutoCloseable {
    /// Reading may show more folders to watch, such as one that a link leads to. Nobody nests deeper.
    private static final int MAX_ROUNDS = 4;

    private final ConfigurationSources sources;
    private final ReloadSettings settings;
    private final ReloadListener listener;
    private final Clock clock;
    private final FolderWatch watch = new FolderWatch();
    private final ReentrantLock loading = new ReentrantLock();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("truename-reload").unstarted(this::follow);
    private @Nullable String rejectedAttempt;
    private volatile ReloadStatus status;

    private Reloader(ConfigurationSources sources, ReloadSettings settings, ReloadListener listener, Clock clock)
            throws ConfigurationException {
        this.sources = requireNonNull(sources);
        this.settings = requireNonNull(settings);
        this.listener = requireNonNull(listener);
        this.clock = requireNonNull(clock);
        this.status = first();
    }

    /// Loads, and goes on watching until closed.
    ///
    /// @throws ConfigurationException with every error of every file, if the files cannot be used
    public static Reloader start(ConfigurationSources sources, ReloadSettings settings, ReloadListener listener)
            throws ConfigurationException {
        return start(sources, settings, listener, Clock.systemUTC());
    }

    static Reloader start(ConfigurationSources sources, ReloadSettings settings, ReloadListener listener, Clock clock)
            throws ConfigurationException {
        Reloader reloader = new Reloader(sources, settings, listener, clock);
        reloader.begin();
        return reloader;
    }

    private ReloadStatus first() throws ConfigurationException {
        return switch (loadWatched()) {
            case FileLoad.Good good ->
                new ReloadStatus(
                        new Snapshot(good.configuration(), good.id(), 1, clock.instant()),
                        Optional.empty(),
                        0,
                        clock.instant(),
                        watch.problem());
            case FileLoad.Bad bad -> {
                watch.close();
                throw new ConfigurationException(bad.errors());
            }
        };
    }

    private void begin() {
        listener.on(new ReloadEvent.Loaded(Trigger.START, status.snapshot()));
        status.unwatched().ifPresent(reason -> listener.on(new ReloadEvent.Unwatched(Trigger.START, reason)));
        thread.start();
    }

    /// What is in force. Takes no lock.
    @Override
    public Snapshot get() {
        return status.snapshot();
    }

    /// How things stand. Takes no lock.
    public ReloadStatus status() {
        return status;
    }

    /// Reads the files now, and returns once what they say is in force, or has been rejected.
    public ReloadStatus reload() {
        return look(Trigger.REQUEST);
    }

    private void follow() {
        try {
            while (true) {
                boolean changed = watch.await(settings.poll());
                if (changed) {
                    settle();
                }
                look(changed ? Trigger.CHANGE : Trigger.POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /// Waits until nothing changes any more, but not for ever.
    private void settle() throws InterruptedException {
        long end = System.nanoTime() + settings.patience().toNanos();
        while (watch.await(settings.quiet())) {
            if (System.nanoTime() - end >= 0) {
                return;
            }
        }
    }

    private ReloadStatus look(Trigger trigger) {
        loading.lock();
        try {
            return take(trigger, loadWatched());
        } catch (RuntimeException e) {
            return reject(trigger, new FileLoad.Bad(List.of(unexpected(e)), "", Footprint.of(sources, List.of())));
        } finally {
            loading.unlock();
        }
    }

    /// Loads, and watches what there is. Whatever changed before a folder was watched is in the load behind it.
    private FileLoad loadWatched() {
        FileLoad load = FileLoad.of(sources);
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Set<WatchKey> before = watch.folders();
            watch.watch(load.footprint().watched());
            if (watch.folders().equals(before)) {
                return load;
            }
            load = FileLoad.of(sources);
        }
        return load;
    }

    private ReloadStatus take(Trigger trigger, FileLoad load) {
        tellUnwatched(trigger);
        return switch (load) {
            case FileLoad.Good good -> accept(trigger, good);
            case FileLoad.Bad bad -> reject(trigger, bad);
        };
    }

    private void tellUnwatched(Trigger trigger) {
        Optional<String> problem = watch.problem();
        if (problem.isPresent() && !problem.equals(status.unwatched())) {
            listener.on(new ReloadEvent.Unwatched(trigger, problem.get()));
        }
    }

    private ReloadStatus accept(Trigger trigger, FileLoad.Good good) {
        ReloadStatus before = status;
        boolean same = isInForce(good, before.snapshot());
        Snapshot snapshot = same
                ? before.snapshot()
                : new Snapshot(
                        good.configuration(), good.id(), before.snapshot().sequence() + 1, clock.instant());
        rejectedAttempt = null;
        status = new ReloadStatus(snapshot, Optional.empty(), before.failures(), clock.instant(), watch.problem());
        if (!same) {
            listener.on(new ReloadEvent.Loaded(trigger, snapshot));
        } else if (trigger == Trigger.REQUEST || before.rejection().isPresent()) {
            listener.on(new ReloadEvent.Unchanged(trigger, snapshot));
        }
        return status;
    }

    /// Files that say the same under other names are news: origins tell names.
    private static boolean isInForce(FileLoad.Good good, Snapshot snapshot) {
        return snapshot.id().equals(good.id())
                && snapshot.configuration().files().equals(good.configuration().files());
    }

    /// A file that stays bad is told once, however often it is looked at; again if somebody asks.
    private ReloadStatus reject(Trigger trigger, FileLoad.Bad bad) {
        ReloadStatus before = status;
        boolean known = bad.attempt().equals(rejectedAttempt)
                && before.rejection().map(Rejection::errors).equals(Optional.of(bad.errors()));
        Rejection rejection = known ? before.rejection().orElseThrow() : new Rejection(bad.errors(), clock.instant());
        boolean told = !known || trigger == Trigger.REQUEST;
        rejectedAttempt = bad.attempt();
        status = new ReloadStatus(
                before.snapshot(),
                Optional.of(rejection),
                before.failures() + (told ? 1 : 0),
                clock.instant(),
                watch.problem());
        if (told) {
            listener.on(new ReloadEvent.Rejected(trigger, before.snapshot(), bad.errors()));
        }
        return status;
    }

    private Finding unexpected(RuntimeException failure) {
        return new Finding(
                Finding.Severity.ERROR,
                sources.mainFiles().getLast().path(),
                0,
                "unexpected",
                "reading the configuration failed: " + failure,
                "please report this");
    }

    /// Stops watching; the last snapshot stays.
    @Override
    public void close() {
        watch.close();
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
