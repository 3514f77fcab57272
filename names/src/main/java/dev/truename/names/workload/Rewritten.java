package dev.truename.names.workload;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// A text with other names in it.
public final class Rewritten {
    private final byte[] text;
    private final int names;
    private final List<Refusal> refusals;

    /// A name that was not written.
    ///
    /// @param reason why not, one line that can be shown
    public record Refusal(Place place, String reason) {
        public Refusal {
            requireNonNull(place);
            requireNonNull(reason);
        }
    }

    Rewritten(byte[] text, int names, List<Refusal> refusals) {
        this.text = text.clone();
        this.names = names;
        this.refusals = List.copyOf(refusals);
    }

    /// All bytes of the new text; those of the old one if nothing was written.
    public byte[] text() {
        return text.clone();
    }

    /// How many names are other ones now.
    public int names() {
        return names;
    }

    /// By place; together with the names that were written these are all that were asked for.
    public List<Refusal> refusals() {
        return refusals;
    }
}
