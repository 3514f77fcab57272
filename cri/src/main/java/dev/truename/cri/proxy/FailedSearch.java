package dev.truename.cri.proxy;

import dev.truename.cri.name.Meaning;
import dev.truename.cri.name.Told;
import dev.truename.names.reference.Printable;
import dev.truename.names.reference.Qualified;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the caller is told when no candidate could be pulled: of a name that means itself what the runtime said, and
/// nothing else; of a short name that first, since the kubelet looks at how it starts, then what became of the other
/// candidates, and what the name means and on whose word.
final class FailedSearch {
    /// Of what the runtime said about a short name, in code points: the rest must fit behind it.
    private static final int MOST_WORDS = 1000;

    private static final Metadata.Key<byte[]> DETAILS =
            Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private FailedSearch() {}

    /// @param failures of the candidates that were tried, in order; at least one
    static StatusException told(Meaning meaning, List<RuntimeFailure> failures) {
        RuntimeFailure last = failures.getLast();
        if (meaning.because().isEmpty()) {
            return last.cause();
        }
        StringBuilder text = new StringBuilder(Printable.text(last.words(), MOST_WORDS));
        if (!last.isAbsence()) {
            last.keptBack()
                    .ifPresent(host -> text.append("; the credentials of the request are for ")
                            .append(host)
                            .append(" and were not handed on"));
        }
        for (RuntimeFailure before : failures.subList(0, failures.size() - 1)) {
            text.append("; ").append(before.handed().candidate()).append(" is not there");
        }
        for (Qualified untried : untried(meaning, failures)) {
            text.append("; ").append(untried).append(" was not tried");
        }
        Status.Code code = last.cause().getStatus().getCode();
        return Told.status(code, text + "; " + meaning.because()).asException(trailers(last));
    }

    /// The runtime's, without the one that repeats its message: whoever reads that looks at no other.
    private static Metadata trailers(RuntimeFailure failure) {
        Metadata trailers = new Metadata();
        @Nullable Metadata received = failure.cause().getTrailers();
        if (received != null) {
            trailers.merge(received);
            trailers.discardAll(DETAILS);
        }
        return trailers;
    }

    private static List<Qualified> untried(Meaning meaning, List<RuntimeFailure> failures) {
        return meaning.candidates()
                .subList(failures.size(), meaning.candidates().size());
    }
}
