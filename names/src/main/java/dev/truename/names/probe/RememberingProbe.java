package dev.truename.names.probe;

import static java.util.Objects.requireNonNull;

import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Repository;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks each question once: who asks it again, also meanwhile, gets the same answer. An interrupted question is nobody
/// else's answer.
public final class RememberingProbe implements SourceProbe {
    private sealed interface Question {
        record Image(Qualified reference, boolean insecure) implements Question {}

        record AnyImage(Repository repository, boolean insecure) implements Question {}
    }

    private final SourceProbe probe;
    private final Map<Question, FutureTask<SourceAnswer>> asked = new ConcurrentHashMap<>();

    public RememberingProbe(SourceProbe probe) {
        this.probe = requireNonNull(probe);
    }

    @Override
    public SourceAnswer image(PullSource source) {
        return answer(new Question.Image(source.reference(), source.insecure()), () -> probe.image(source));
    }

    @Override
    public SourceAnswer repository(PullSource source) {
        return answer(
                new Question.AnyImage(source.reference().repository(), source.insecure()),
                () -> probe.repository(source));
    }

    private SourceAnswer answer(Question question, Supplier<SourceAnswer> asking) {
        FutureTask<SourceAnswer> mine = new FutureTask<>(asking::get);
        while (true) {
            @Nullable FutureTask<SourceAnswer> others = asked.putIfAbsent(question, mine);
            FutureTask<SourceAnswer> task = others == null ? mine : others;
            task.run(); // nothing, if somebody else does
            Optional<SourceAnswer> answer = outcome(task);
            if (answer.isPresent() && !isInterrupted(answer.get())) {
                return answer.get();
            }
            if (others == null || Thread.currentThread().isInterrupted()) {
                asked.remove(question, mine);
                return answer.orElse(new SourceAnswer.Failed(FailureKind.INTERRUPTED, "stopped"));
            }
            asked.remove(question, task);
        }
    }

    private static boolean isInterrupted(SourceAnswer answer) {
        return answer instanceof SourceAnswer.Failed(var kind, var _) && kind == FailureKind.INTERRUPTED;
    }

    /// Nothing if the waiting thread was interrupted.
    private static Optional<SourceAnswer> outcome(FutureTask<SourceAnswer> task) {
        try {
            return Optional.of(task.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a probe never throws", e.getCause());
        }
    }
}
