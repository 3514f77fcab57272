package dev.truename.pull.distribution;

import dev.truename.names.reference.InvalidReferenceException;
import dev.truename.names.reference.Tag;
import dev.truename.pull.failure.PullException;
import dev.truename.pull.failure.PullFailure;
import dev.truename.pull.json.Json;
import dev.truename.pull.json.JsonException;
import dev.truename.pull.json.JsonValue;
import dev.truename.pull.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.List;

/// The answer to a question for tags (OCI distribution specification, "Listing Tags"): an object with `tags`, which
/// some registries leave out, or set to `null`, where there are none.
final class TagList {
    private TagList() {}

    /// @throws PullException as `Malformed` if it is anything else, or one of the first tags is none
    static List<Tag> parse(String source, byte[] body, int most) throws PullException {
        try {
            List<Tag> tags = new ArrayList<>();
            for (JsonValue value : Json.parseObject(body).array("tags").orElse(List.of())) {
                if (tags.size() == most) {
                    break;
                }
                tags.add(tag(source, value));
            }
            return tags;
        } catch (JsonException e) {
            throw malformed(source, e.getMessage());
        }
    }

    private static Tag tag(String source, JsonValue value) throws PullException {
        try {
            if (value instanceof JsonString(String text)) {
                return new Tag(text);
            }
        } catch (InvalidReferenceException e) {
            throw malformed(source, "one of them is no tag");
        }
        throw malformed(source, "one of them is no tag");
    }

    private static PullException malformed(String source, String why) {
        return new PullException(new PullFailure.Malformed(source, "the list of tags is not usable: " + why));
    }
}
