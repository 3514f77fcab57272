package dev.truename.pull.pull;

import static java.util.Objects.requireNonNull;

import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.manifest.Descriptor;
import dev.truename.pull.manifest.Platform;
import java.util.List;
import java.util.Optional;

/// How a pull ended.
public sealed interface PullOutcome {
    /// What was asked on the way and did not give the image. Of a failed pull the most telling first, of one that
    /// succeeded in the order in which they were asked.
    List<SourceFailure> failures();

    /// The image is in the store under its name, verified and whole.
    ///
    /// @param reference the candidate that was pulled; its name in the store
    /// @param root what the reference points at: an index or an image
    /// @param images the images of it that were pulled, with their platforms where an index tells them
    /// @param source who said what the reference points at
    record Pulled(
            Qualified reference,
            Descriptor root,
            List<Descriptor> images,
            PullSource source,
            Transfer transfer,
            List<SourceFailure> failures)
            implements PullOutcome {
        public Pulled {
            requireNonNull(reference);
            requireNonNull(root);
            images = List.copyOf(images);
            requireNonNull(source);
            requireNonNull(transfer);
            failures = List.copyOf(failures);
        }

        /// The same with all that failed on the way to it.
        Pulled after(List<SourceFailure> all) {
            return new Pulled(reference, root, images, source, transfer, all);
        }

        /// The platform, if one image of an index was pulled.
        public Optional<Platform> platform() {
            return images.size() == 1 ? images.getFirst().platform() : Optional.empty();
        }
    }

    /// Nothing is in the store under the name that was not there before.
    ///
    /// @param failures at least one
    record Failed(List<SourceFailure> failures) implements PullOutcome {
        public Failed {
            failures =
                    failures.stream().sorted(SourceFailure.MOST_TELLING_FIRST).toList();
        }

        public SourceFailure mostTelling() {
            return failures.getFirst();
        }
    }

    /// What was moved, and what needed not be.
    ///
    /// @param fetchedBytes of blobs that came from a source, in bytes of content
    /// @param reusedBytes of blobs that were there
    record Transfer(int fetchedBlobs, long fetchedBytes, int reusedBlobs, long reusedBytes) {}
}
