package dev.truename.cli.names;

import dev.truename.names.reference.Qualified;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.policy.PolicyRuling;
import dev.truename.pull.policy.Requirement;
import dev.truename.pull.policy.SignaturePolicyFiles;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// Tells what `policy.json` wants of an image before it is pulled.
public record SignatureTeller(SignaturePolicyFiles policy) {
    /// That no signature is wanted, by whose keys it has to be signed, or why the policy refuses it.
    public String tell(Qualified image) {
        return switch (policy.ruling(image)) {
            case PolicyRuling.Accepted _ -> "none wanted";
            case PolicyRuling.Refused refused -> refused(refused.failure());
            case PolicyRuling.Signed signed -> wanted(signed);
        };
    }

    private static String refused(PullFailure failure) {
        return "refused: " + failure.detail() + "  (" + failure.source() + ")";
    }

    private static String wanted(PolicyRuling.Signed signed) {
        String keys = signed.requirements().stream().map(SignatureTeller::keys).collect(Collectors.joining(", and "));
        return "wanted by " + keys + "  (" + signed.origin() + ", " + signed.scope() + ")";
    }

    private static String keys(Requirement.SignedBy requirement) {
        return requirement.keyFiles().isEmpty()
                ? "a key that the policy has in itself"
                : "a key of "
                        + requirement.keyFiles().stream().map(Path::toString).collect(Collectors.joining(" or "));
    }
}
