package dev.truename.pull.policy;

import static java.util.Objects.requireNonNull;

import dev.truename.names.reference.Printable;
import dev.truename.pull.json.JsonValue;
import dev.truename.pull.json.JsonValue.JsonArray;
import dev.truename.pull.json.JsonValue.JsonObject;
import dev.truename.pull.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A value of a policy with the way to it, for messages. What it should hold and does not is an error.
record Node(JsonValue value, String path) {
    private static final int SHOWN = 100;

    Node {
        requireNonNull(value);
        requireNonNull(path);
    }

    /// The members of an object.
    Map<String, JsonValue> fields() throws PolicyFormatException {
        if (value instanceof JsonObject object) {
            return object.fields();
        }
        throw wrong("is not an object");
    }

    /// The elements of an array.
    List<Node> elements() throws PolicyFormatException {
        if (value instanceof JsonArray array) {
            List<Node> elements = new ArrayList<>();
            for (JsonValue element : array.elements()) {
                elements.add(new Node(element, path + "[" + elements.size() + "]"));
            }
            return elements;
        }
        throw wrong("is not an array");
    }

    String text() throws PolicyFormatException {
        if (value instanceof JsonString string) {
            return string.value();
        }
        throw wrong("is not a string");
    }

    /// A member of an object; null if it has none of that name.
    @Nullable
    Node find(String key) throws PolicyFormatException {
        @Nullable JsonValue member = fields().get(key);
        return member == null ? null : new Node(member, path + "." + key);
    }

    /// A member that has to be there.
    Node member(String key) throws PolicyFormatException {
        @Nullable Node member = find(key);
        if (member == null) {
            throw wrong("has no \"" + key + "\"");
        }
        return member;
    }

    /// An object must have no member beside these: one that is not known may be a rule with a slip in it.
    void requireOnly(Set<String> known) throws PolicyFormatException {
        for (String key : fields().keySet()) {
            if (!known.contains(key)) {
                throw wrong("has a member that the format does not know; it may have "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    PolicyFormatException wrong(String what) {
        int dot = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        String name =
                path.equals("$") || path.charAt(dot) == '[' || dot < 1 ? "this" : "\"" + path.substring(dot + 1) + "\"";
        return new PolicyFormatException(path, Printable.text(name, SHOWN) + " " + what);
    }
}
