package dev.truename.cli.image;

import dev.truename.cli.args.Arguments;
import dev.truename.cli.command.CommandException;
import dev.truename.cli.command.Context;
import dev.truename.cli.names.NameJudge;
import dev.truename.cli.names.Verdict;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Tag;
import dev.truename.pull.distribution.RemoteBlob;
import dev.truename.pull.distribution.RemoteRepository;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.ManifestParser;
import dev.truename.pull.manifest.RawManifest;
import dev.truename.pull.pull.PullOutcome;
import dev.truename.pull.pull.SourceFailure;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what a name points at in registries, by the rules of a pull.
final class RemoteInspection implements AutoCloseable {
    private final Verdict verdict;
    private final Registries registries;
    private final List<SourceFailure> failures = new ArrayList<>();

    private RemoteInspection(Verdict verdict, Registries registries) {
        this.verdict = verdict;
        this.registries = registries;
    }

    static RemoteInspection open(Arguments arguments, Context context, RegistriesConfiguration configuration)
            throws CommandException {
        Verdict verdict = new NameJudge(configuration).judge(arguments.operand());
        @Nullable CommandException problem = verdict.problem();
        if (problem != null) {
            throw problem;
        }
        verdict.warnings().forEach(context.console()::warn);
        Qualified first = verdict.candidates().getFirst().plan().reference();
        return new RemoteInspection(verdict, Registries.open(arguments, context, configuration, first));
    }

    /// The first candidate that there is. As in a pull, the next candidate is asked only if every place of the one
    /// before says that it has no such image.
    InspectedImage find() throws CommandException {
        for (Verdict.Place place : verdict.candidates()) {
            Optional<InspectedImage> found = at(place);
            if (found.isPresent()) {
                return found.get();
            }
            boolean allAbsent =
                    failures.stream().allMatch(failure -> failure.failure() instanceof PullFailure.NotFound);
            if (!allAbsent || place.plan().blocked()) {
                break;
            }
        }
        throw PullProblems.withFailures(verdict.input(), new PullOutcome.Failed(failures));
    }

    private Optional<InspectedImage> at(Verdict.Place place) {
        Qualified reference = place.plan().reference();
        for (PullSource source : place.plan().sources()) {
            try {
                RemoteRepository repository = registries.at(source);
                String where = source.reference().repository().toString();
                RawManifest raw = reference.digest().isPresent()
                        ? repository.manifest(reference.digest().get())
                        : repository.manifest(reference.tag().orElse(Tag.LATEST));
                return Optional.of(new InspectedImage(
                        reference.toString(), where, ManifestParser.parse(raw, where), new Remote(repository, where)));
            } catch (PullException e) {
                failures.add(new SourceFailure(reference, Optional.of(source), e.failure()));
            }
        }
        return Optional.empty();
    }

    /// Further pieces, from the place that gave the first.
    private record Remote(RemoteRepository repository, String where) implements InspectedImage.Place {
        @Override
        public RawManifest manifest(Digest digest) throws PullException {
            return repository.manifest(digest);
        }

        @Override
        public byte[] blob(Descriptor blob, int max) throws PullException {
            if (blob.size() > max) {
                throw new PullException(new PullFailure.TooLarge(where, "the blob has " + blob.size() + " bytes"));
            }
            try (RemoteBlob remote = repository.blob(blob, 0)) {
                byte[] bytes = remote.body().readNBytes((int) blob.size());
                verify(blob, bytes);
                return bytes;
            } catch (PullException e) {
                throw e;
            } catch (IOException e) {
                throw new PullException(new PullFailure.Unreachable(where, "the connection broke"), e);
            }
        }

        private void verify(Descriptor blob, byte[] bytes) throws PullException {
            try {
                MessageDigest hash =
                        MessageDigest.getInstance(blob.digest().algorithm().javaName());
                String hex = HexFormat.of().formatHex(hash.digest(bytes));
                if (!hex.equals(blob.digest().hex())) {
                    throw new PullException(new PullFailure.Mismatch(where, "the blob is not " + blob.digest()));
                }
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        registries.close();
    }
}
