package dev.truename.names.workload;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The `ARG`s in front of the first `FROM`, which is all that a name can use, and what they are used for.
final class BuildArguments implements Lookup {
    private final Map<String, Value> defaults = new HashMap<>();
    private final Set<String> elsewhere = new HashSet<>();

    @Override
    public @Nullable Value of(String variable) {
        return defaults.get(variable);
    }

    /// `NAME` or `NAME=DEFAULT`, which can use arguments before it.
    void declare(Word word) {
        int equals = word.text().indexOf('=');
        if (equals < 0) {
            defaults.remove(word.text());
            return;
        }
        String name = word.text().substring(0, equals);
        Written value = word.from(equals + 1).unquoted().read(this);
        useElsewhere(value, 0);
        if (value.unknown() != null) {
            defaults.remove(name);
        } else if (value.pieces().size() == 1
                && value.verbatim()
                && value.pieces().getFirst().isLiteral()) {
            defaults.put(
                    name, new Value(value.known(), value.pieces().getFirst().origin()));
        } else {
            defaults.put(name, new Value(value.known(), null));
        }
    }

    /// A stage takes the argument over, for whatever its commands do with it.
    void takenOver(Word word) {
        int equals = word.text().indexOf('=');
        elsewhere.add(equals < 0 ? word.text() : word.text().substring(0, equals));
    }

    /// A name uses arguments: only what gives its repository, and that alone, can be written anew.
    void use(Written name) {
        boolean host = name.isEmpty() || name.isNameInFirst(name.known());
        useElsewhere(name, host ? 1 : 0);
    }

    /// Something that is no image uses arguments.
    void useElsewhere(Written text) {
        useElsewhere(text, 0);
    }

    private void useElsewhere(Written text, int from) {
        for (Piece piece : text.pieces()
                .subList(Math.min(from, text.pieces().size()), text.pieces().size())) {
            if (piece.variable() != null) {
                elsewhere.add(piece.variable());
            }
        }
    }

    /// The name with every origin taken off whose argument is used for something else, too.
    Written settled(Written name) {
        return new Written(name.pieces().stream().map(this::settled).toList(), name.verbatim());
    }

    private Piece settled(Piece piece) {
        return piece.variable() != null && elsewhere.contains(piece.variable()) ? piece.unmovable() : piece;
    }
}
