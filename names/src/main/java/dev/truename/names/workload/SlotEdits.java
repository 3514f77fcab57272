package dev.truename.names.workload;

import dev.truename.names.reference.Qualified;
import dev.truename.names.reference.Tag;
import java.util.List;
import java.util.Optional;

/// What has to be written for a site to name another image.
sealed interface SlotEdits {
    /// @param name the name as it will be read
    record Possible(List<Edit> edits, String name) implements SlotEdits {
        public Possible {
            edits = List.copyOf(edits);
        }
    }

    record Impossible(String reason) implements SlotEdits {}

    static SlotEdits of(Site site, Qualified to) {
        boolean bare = Written.nameEnd(site.image()) == site.image().length();
        boolean defaulted = bare && to.digest().isEmpty() && to.tag().equals(Optional.of(Tag.LATEST));
        String name = defaulted ? to.repository().toString() : to.toString();
        return switch (site.slot()) {
            case Slot.Fixed fixed -> new Impossible(fixed.reason());
            case Slot.Whole whole -> new Possible(List.of(new Edit(whole.text(), name)), name);
            case Slot.Name slot ->
                keeps(name, slot.rest())
                        ? new Possible(
                                List.of(new Edit(slot.text(), to.repository().toString())), name)
                        : otherTag();
            case Slot.Parts slot ->
                keeps(name, slot.rest())
                        ? new Possible(
                                List.of(
                                        new Edit(
                                                slot.registry(), to.repository().host()),
                                        new Edit(slot.path(), to.repository().path())),
                                name)
                        : otherTag();
        };
    }

    private static boolean keeps(String name, String rest) {
        return name.substring(Written.nameEnd(name)).equals(rest);
    }

    private static Impossible otherTag() {
        return new Impossible("its tag or digest is written elsewhere and would be another one");
    }
}
