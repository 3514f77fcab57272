package dev.truename.pull.probe;

import static java.util.Objects.requireNonNull;

import dev.truename.names.probe.FailureKind;
import dev.truename.names.probe.Missing;
import dev.truename.names.probe.SourceAnswer;
import dev.truename.names.probe.SourceProbe;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Tag;
import dev.truename.pull.distribution.RemoteRepository;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.pull.Remotes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Asks registries over the network. A tag is asked for by HEAD; whether a repository without it is there, by its list
/// of tags.
///
/// No more questions at once go to a host than its gate lets through, and none after the host has limited the rate,
/// could not be trusted, or failed again and again.
public final class RegistryProbe implements SourceProbe {
    /// How many questions a host is asked at once, if nobody says otherwise.
    public static final int DEFAULT_AT_ONCE = 4;

    private final Remotes remotes;
    private final int atOnce;
    private final Map<String, HostGate> gates = new ConcurrentHashMap<>();

    /// @param remotes with [PacedRequests] as their client's time, to keep to a rate
    /// @param atOnce how many questions each host is asked at once
    public RegistryProbe(Remotes remotes, int atOnce) {
        this.remotes = requireNonNull(remotes);
        this.atOnce = atOnce;
    }

    private interface Question {
        SourceAnswer ask(RemoteRepository repository) throws PullException;
    }

    @Override
    public SourceAnswer image(PullSource source) {
        return through(source, repository -> image(repository, source.reference()));
    }

    @Override
    public SourceAnswer repository(PullSource source) {
        return through(source, RegistryProbe::anyImage);
    }

    private SourceAnswer through(PullSource source, Question question) {
        String host = source.reference().repository().host();
        HostGate gate = gates.computeIfAbsent(host, name -> new HostGate(name, atOnce));
        return gate.pass(() -> asked(remotes.at(source), question));
    }

    private static SourceAnswer asked(RemoteRepository repository, Question question) {
        try {
            return question.ask(repository);
        } catch (PullException e) {
            return failed(e.failure());
        }
    }

    private static SourceAnswer image(RemoteRepository repository, Qualified reference) throws PullException {
        Optional<Descriptor> found = head(repository, reference);
        if (found.isPresent()) {
            return new SourceAnswer.Present(Optional.of(found.get().digest()));
        }
        try {
            return new SourceAnswer.Absent(firstTags(repository).isPresent() ? Missing.IMAGE : Missing.REPOSITORY);
        } catch (PullException e) {
            return e.failure() instanceof PullFailure.Cancelled
                    ? failed(e.failure())
                    : new SourceAnswer.Absent(Missing.UNSAID);
        }
    }

    private static SourceAnswer anyImage(RemoteRepository repository) throws PullException {
        Optional<Descriptor> latest = missing(() -> repository.head(Tag.LATEST));
        if (latest.isPresent()) {
            return new SourceAnswer.Present(Optional.of(latest.get().digest()));
        }
        Optional<List<Tag>> tags = firstTags(repository);
        if (tags.isEmpty()) {
            return new SourceAnswer.Absent(Missing.REPOSITORY);
        }
        return tags.get().isEmpty()
                ? new SourceAnswer.Absent(Missing.IMAGE)
                : new SourceAnswer.Present(Optional.empty());
    }

    private static Optional<Descriptor> head(RemoteRepository repository, Qualified reference) throws PullException {
        return missing(() -> reference.digest().isPresent()
                ? repository.head(reference.digest().get())
                : repository.head(reference.tag().orElse(Tag.LATEST)));
    }

    private static Optional<List<Tag>> firstTags(RemoteRepository repository) throws PullException {
        return missing(() -> repository.tags(1));
    }

    private interface Call<T> {
        T make() throws PullException;
    }

    /// Nothing if the registry says that there is none.
    private static <T> Optional<T> missing(Call<T> call) throws PullException {
        try {
            return Optional.of(call.make());
        } catch (PullException e) {
            if (e.failure() instanceof PullFailure.NotFound) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static SourceAnswer failed(PullFailure failure) {
        FailureKind kind = switch (failure) {
            case PullFailure.NotFound _ -> throw new IllegalStateException("not found is an answer");
            case PullFailure.Unauthorized _ -> FailureKind.UNAUTHORIZED;
            case PullFailure.RateLimited _ -> FailureKind.RATE_LIMITED;
            case PullFailure.Unreachable _ -> FailureKind.UNREACHABLE;
            case PullFailure.ServerError _ -> FailureKind.SERVER_ERROR;
            case PullFailure.Unverified _ -> throw new IllegalStateException("nothing is pulled");
            case PullFailure.Tls _ -> FailureKind.TLS;
            case PullFailure.Blocked _ -> FailureKind.BLOCKED;
            case PullFailure.Mismatch _ -> FailureKind.MISMATCH;
            case PullFailure.TooLarge _ -> FailureKind.TOO_LARGE;
            case PullFailure.Malformed _ -> FailureKind.MALFORMED;
            case PullFailure.Unsupported _ -> FailureKind.UNSUPPORTED;
            case PullFailure.Storage _ -> FailureKind.STORAGE;
            case PullFailure.Cancelled _ -> FailureKind.INTERRUPTED;
        };
        return new SourceAnswer.Failed(kind, failure.source() + ": " + failure.detail());
    }
}
