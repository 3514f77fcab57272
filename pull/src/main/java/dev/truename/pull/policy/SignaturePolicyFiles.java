package dev.truename.pull.policy;

import dev.truename.names.config.HostEnvironment;
import dev.truename.names.config.Origin;
import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.json.JsonException;
import dev.truename.pull.json.JsonPlaces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where `policy.json` is looked for: the first that is there counts, alone. Read anew for each image, so that a
/// change counts at once. Where there is none, everything is accepted.
///
/// Trust: a policy that cannot be read or understood accepts nothing.
///
/// @param places in order
/// @param storage where signatures are looked for that a policy asks for
public record SignaturePolicyFiles(List<Path> places, SignatureStorage storage) {
    /// Everything is accepted.
    public static final SignaturePolicyFiles NONE = new SignaturePolicyFiles(List.of(), SignatureStorage.NONE);

    private static final int MAX = 4 << 20;

    public SignaturePolicyFiles {
        places = List.copyOf(places);
    }

    /// The user's own, then the system's (containers-policy.json(5)).
    public static SignaturePolicyFiles of(HostEnvironment host) {
        return new SignaturePolicyFiles(
                List.of(
                        host.home().resolve(".config/containers/policy.json"),
                        host.etc().resolve("containers/policy.json")),
                SignatureStorage.of(host));
    }

    /// What the policy says of an image.
    ///
    /// @param image as it is named, not as a mirror has it
    public PolicyRuling ruling(Qualified image) {
        for (Path place : places) {
            try (InputStream in = Files.newInputStream(place)) {
                byte[] bytes = in.readNBytes(MAX + 1);
                return bytes.length > MAX
                        ? unusable(new Origin(place, 0), "it is larger than 4 MiB")
                        : ruling(image, place, bytes);
            } catch (NoSuchFileException _) {
                // the next place counts
            } catch (IOException e) {
                return unusable(new Origin(place, 0), "it cannot be read");
            }
        }
        return new PolicyRuling.Accepted();
    }

    private static PolicyRuling ruling(Qualified image, Path file, byte[] bytes) {
        try {
            SignaturePolicy.Place place = SignaturePolicyReader.parse(bytes).of(image);
            boolean anything = true;
            for (Requirement requirement : place.requirements()) {
                anything &= requirement instanceof Requirement.Anything;
            }
            return anything
                    ? new PolicyRuling.Accepted()
                    : ruling(image, new Origin(file, JsonPlaces.line(bytes, place.path())), place);
        } catch (JsonException e) {
            return unusable(new Origin(file, 0), e.getMessage());
        } catch (PolicyFormatException e) {
            return unusable(new Origin(file, JsonPlaces.line(bytes, e.path())), e.getMessage());
        }
    }

    private static PolicyRuling ruling(Qualified image, Origin origin, SignaturePolicy.Place place) {
        List<Requirement.SignedBy> signed = new ArrayList<>();
        List<String> unmet = new ArrayList<>();
        for (Requirement requirement : place.requirements()) {
            switch (requirement) {
                case Requirement.Anything _ -> {}
                case Requirement.Reject _ -> {
                    return new PolicyRuling.Refused(new PullFailure.Blocked(
                            origin.toString(), "this policy rejects " + image + " (" + place.place() + ")"));
                }
                case Requirement.SignedBy signedBy -> signed.add(signedBy);
                case Requirement.Unmet other -> unmet.add(other.what());
            }
        }
        return unmet.isEmpty()
                ? new PolicyRuling.Signed(origin, place.place(), signed)
                : new PolicyRuling.Refused(new PullFailure.Unverified(
                        origin.toString(),
                        "this policy wants " + image + " signed (" + place.place() + ") by " + unmet.getFirst()));
    }

    private static PolicyRuling unusable(Origin origin, String why) {
        return new PolicyRuling.Refused(
                new PullFailure.Unverified(origin.toString(), "the signature policy cannot be used: " + why));
    }
}
