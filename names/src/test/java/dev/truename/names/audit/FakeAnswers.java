package dev.truename.names.audit;

import dev.truename.names.probe.FailureKind;
import dev.truename.names.probe.Missing;
import dev.truename.names.probe.ProbeAnswer;
import dev.truename.names.pullsource.PullSource;
import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Qualified;
import java.util.List;
import java.util.Optional;

/// Answers by the registry's host, from words such as `docker.io=a quay.io=none`: one letter is an image of its own,
/// `none` no repository, `untagged` a repository without the image, `hidden` a refusal, `down` a failure. Hosts that
/// are not named were not asked.
record FakeAnswers(String words) implements Answers {
    @Override
    public Optional<ProbeAnswer> about(Qualified reference) {
        for (String word : words.split(" ", -1)) {
            if (word.startsWith(reference.repository().host() + "=")) {
                return Optional.of(answer(reference, word.substring(word.indexOf('=') + 1)));
            }
        }
        return Optional.empty();
    }

    private static ProbeAnswer answer(Qualified reference, String word) {
        PullSource source = new PullSource(reference, false, false, Optional.empty());
        return switch (word) {
            case "none" -> new ProbeAnswer.Absent(Missing.REPOSITORY, List.of());
            case "unsaid" -> new ProbeAnswer.Absent(Missing.UNSAID, List.of());
            case "untagged" -> new ProbeAnswer.Absent(Missing.IMAGE, List.of());
            case "hidden" -> new ProbeAnswer.Failed(FailureKind.UNAUTHORIZED, "not allowed", List.of());
            case "down" -> new ProbeAnswer.Failed(FailureKind.UNREACHABLE, "nobody answers", List.of());
            default -> new ProbeAnswer.Present(digest(word), source, List.of());
        };
    }

    static Digest digest(String letter) {
        return new Digest(Digest.Algorithm.SHA256, letter.repeat(64));
    }
}
