package dev.truename.names.audit;

import dev.truename.names.probe.ImageProbe;
import dev.truename.names.probe.ProbeAnswer;
import dev.truename.names.reference.Qualified;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Asks each question once, many at a time, and remembers the answers. How fast a registry is asked is up to the
/// probe.
public final class Survey implements Answers {
    /// So many questions wait for their registries at once. One slow registry must not hold up the others for long.
    private static final int AT_ONCE = 256;

    private final Map<Qualified, ProbeAnswer> answers = new ConcurrentHashMap<>();

    private Survey() {}

    /// Who is told how far it is.
    @FunctionalInterface
    public interface Listener {
        /// Called by any thread, once for each question.
        void answered(Qualified question, ProbeAnswer answer);
    }

    /// The different questions about some names.
    public static Set<Qualified> questions(Collection<String> images, Auditor auditor) {
        Set<Qualified> questions = new LinkedHashSet<>();
        for (String image : images) {
            questions.addAll(auditor.questions(image));
        }
        return questions;
    }

    /// Returns when every question is answered.
    ///
    /// @throws InterruptedException if the calling thread is interrupted; the questions under way are given up
    public static Survey ask(Set<Qualified> questions, ImageProbe probe, Listener listener)
            throws InterruptedException {
        Survey survey = new Survey();
        Semaphore slots = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Qualified question : questions) {
                acquire(slots, threads);
                threads.execute(() -> {
                    try {
                        ProbeAnswer answer = probe.ask(question);
                        survey.answers.put(question, answer);
                        listener.answered(question, answer);
                    } finally {
                        slots.release();
                    }
                });
            }
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return survey;
    }

    private static void acquire(Semaphore slots, ExecutorService threads) throws InterruptedException {
        try {
            slots.acquire();
        } catch (InterruptedException e) {
            threads.shutdownNow();
            throw e;
        }
    }

    @Override
    public Optional<ProbeAnswer> about(Qualified reference) {
        @Nullable ProbeAnswer answer = answers.get(reference);
        return Optional.ofNullable(answer);
    }
}
