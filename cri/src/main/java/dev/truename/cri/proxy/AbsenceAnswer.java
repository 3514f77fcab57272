package dev.truename.cri.proxy;

import dev.truename.names.reference.Digest;
import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Tag;
import io.grpc.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads out of a runtime's refusal whether the registry said that it has no such image: the one failure after which a
/// search goes on. Whatever cannot be read so is another failure, and ends it.
///
/// The code does not say it: containerd gives `NOT_FOUND` for a missing layer, and for a snapshot of its own that is
/// gone, too, and CRI-O gives `UNKNOWN` for everything. So the words count, and only where they are about the very
/// reference that was asked for. See docs/decisions/0018.
final class AbsenceAnswer {
    /// In front of what the registry itself said, with tag or digest, and repository, between the two.
    private static final String READING = "eading manifest ";

    /// The end of what CRI-O tells of a reference's mirrors. What stands in front of it is not the registry's own word.
    private static final String END_OF_MIRRORS = "])";

    /// Of a manifest that is there, in a form that the request did not accept, a registry says that it is unknown, too.
    private static final String IN_ANOTHER_FORM = " found, but ";

    private AbsenceAnswer() {}

    /// @param asked what was asked of the registry itself, behind any rewriting
    static boolean isIn(Status status, Qualified asked) {
        @Nullable String text = status.getDescription();
        if (text == null) {
            return false;
        }
        return switch (status.getCode()) {
            case NOT_FOUND -> ofContainerd(text, asked);
            case UNKNOWN -> ofCrio(text, asked);
            default -> false;
        };
    }

    /// containerd resolves a reference before it fetches anything, and says `REFERENCE: not found` if every host said
    /// 404. It drops the tag of a reference that has a digest.
    private static boolean ofContainerd(String text, Qualified asked) {
        Optional<Tag> tag = asked.digest().isPresent() ? Optional.empty() : asked.tag();
        Qualified normal = new Qualified(asked.repository(), tag, asked.digest());
        return text.endsWith(": " + normal + ": not found");
    }

    /// CRI-O ends with what the registry itself said, or says the same again of its attempt to read an artifact.
    private static boolean ofCrio(String text, Qualified asked) {
        String version = asked.digest()
                .map(Digest::toString)
                .orElseGet(() -> asked.tag().orElse(Tag.LATEST).toString());
        String reading = READING + version + " in " + asked.repository() + ": ";
        int last = text.lastIndexOf(reading);
        if (last < 0) {
            return false;
        }
        String said = text.substring(last + reading.length());
        return (said.startsWith("manifest unknown") || said.startsWith("name unknown"))
                && !said.contains(END_OF_MIRRORS)
                && !said.contains(IN_ANOTHER_FORM);
    }
}
