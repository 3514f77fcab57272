package dev.truename.pull.policy;

import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where `policy.json` is looked for: the first that is there counts, alone. Read anew for each image, so that a change
/// counts at once. Where there is none, everything is accepted.
///
/// Trust: a policy that cannot be read or understood accepts nothing.
///
/// @param places in order
public record SignaturePolicyFiles(List<Path> places) {
    /// Everything is accepted.
    public static final SignaturePolicyFiles NONE = new SignaturePolicyFiles(List.of());

    private static final int MAX = 4 << 20;

    public SignaturePolicyFiles {
        places = List.copyOf(places);
    }

    /// The user's own, then the system's (containers-policy.json(5)).
    ///
    /// @param etc `/etc`
    public static SignaturePolicyFiles of(Path home, Path etc) {
        return new SignaturePolicyFiles(
                List.of(home.resolve(".config/containers/policy.json"), etc.resolve("containers/policy.json")));
    }

    /// Why an image may not be pulled; nothing if it may.
    ///
    /// @param image as it is named, not as a mirror has it
    public Optional<PullFailure> refusal(Qualified image) {
        for (Path place : places) {
            try (InputStream in = Files.newInputStream(place)) {
                byte[] bytes = in.readNBytes(MAX + 1);
                if (bytes.length > MAX) {
                    return Optional.of(unusable(place, "it is larger than 4 MiB"));
                }
                return refusal(image, place, SignaturePolicyReader.parse(bytes));
            } catch (NoSuchFileException _) {
                // the next place counts
            } catch (JsonException e) {
                return Optional.of(unusable(place, String.valueOf(e.getMessage())));
            } catch (IOException e) {
                return Optional.of(unusable(place, "it cannot be read"));
            }
        }
        return Optional.empty();
    }

    private static Optional<PullFailure> refusal(Qualified image, Path file, SignaturePolicy policy) {
        SignaturePolicy.Ruling ruling = policy.of(image);
        return switch (ruling.requirement()) {
            case ANYTHING -> Optional.empty();
            case REJECT ->
                Optional.of(new PullFailure.Blocked(
                        file.toString(), "this policy rejects " + image + " (" + ruling.place() + ")"));
            case SIGNATURE ->
                Optional.of(new PullFailure.Unverified(
                        file.toString(),
                        "this policy wants " + image + " signed (" + ruling.place()
                                + "), and signatures cannot be verified here"));
        };
    }

    private static PullFailure unusable(Path file, String why) {
        return new PullFailure.Unverified(file.toString(), "the signature policy cannot be used: " + why);
    }
}
