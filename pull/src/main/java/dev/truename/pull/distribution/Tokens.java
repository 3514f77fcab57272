package dev.truename.pull.distribution;

import dev.truename.pull.credential.Credential;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.transport.HttpTransport;
import dev.truename.pull.transport.Shown;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The bearer tokens of one client: fetched once for each purpose, shared by all threads, kept until they expire.
final class Tokens {
    /// What a token is for. Two purposes never share one.
    ///
    /// @param registry the host that gets it
    record Purpose(
            String registry,
            TokenServers.TokenServer server,
            Optional<String> service,
            SortedSet<String> scopes,
            Credential credential) {}

    /// @param expires when it is not to be used any more
    record Token(String value, Instant expires) {
        /// Shows no secret.
        @Override
        public String toString() {
            return "Token[expires=" + expires + "]";
        }
    }

    /// One purpose's token, and the lock that lets one thread fetch it while others wait for the outcome.
    private static final class Slot {
        private final ReentrantLock lock = new ReentrantLock();
        private final AtomicLong attempts = new AtomicLong();
        private volatile @Nullable Token token;
        private volatile @Nullable PullFailure failure;
    }

    private final HttpTransport transport;
    private final TokenFetcher fetcher;
    private final Map<Purpose, Slot> slots = new ConcurrentHashMap<>();

    Tokens(HttpTransport transport) {
        this.transport = transport;
        this.fetcher = new TokenFetcher(transport);
    }

    /// A token for this purpose, one that was kept or a new one.
    ///
    /// @param rejected a token that the registry no longer takes; never given again
    Token get(Purpose purpose, Optional<Token> rejected) throws PullException {
        Slot slot = slots.computeIfAbsent(purpose, _ -> new Slot());
        Optional<Token> kept = usable(slot, rejected);
        if (kept.isPresent()) {
            return kept.get();
        }
        long seen = slot.attempts.get();
        lock(slot, purpose);
        try {
            Optional<Token> meanwhile = usable(slot, rejected);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            PullFailure failure = slot.failure;
            if (slot.attempts.get() > seen && failure != null) {
                throw new PullException(failure);
            }
            return fetch(slot, purpose);
        } finally {
            slot.lock.unlock();
        }
    }

    private Optional<Token> usable(Slot slot, Optional<Token> rejected) {
        Instant now = transport.settings().pauses().now();
        return Optional.ofNullable(slot.token)
                .filter(token -> now.isBefore(token.expires()))
                .filter(token -> !rejected.filter(token::equals).isPresent());
    }

    private static void lock(Slot slot, Purpose purpose) throws PullException {
        try {
            slot.lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            URI url = purpose.server().url();
            throw new PullException(new PullFailure.Cancelled(Shown.url(url), "stopped"), e);
        }
    }

    /// A failure is told to those who waited for it, and tried anew by those who come later. That a fetching thread was
    /// stopped is nobody else's failure.
    private Token fetch(Slot slot, Purpose purpose) throws PullException {
        try {
            slot.failure = null;
            Token token = fetcher.fetch(purpose);
            slot.token = token;
            return token;
        } catch (PullException e) {
            slot.failure = e.failure() instanceof PullFailure.Cancelled ? null : e.failure();
            throw e;
        } finally {
            slot.attempts.incrementAndGet();
        }
    }
}
