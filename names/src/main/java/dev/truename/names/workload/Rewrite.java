package dev.truename.names.workload;

import dev.truename.names.reference.Qualified;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes other names into a text; every other byte stays.
///
/// What is read from the new text is what was read from the old one, with the new names: it is checked. Where that
/// cannot be had, as for a name that a variable is part of, the name is not written and the reason is told.
public final class Rewrite {
    private static final Comparator<Rewritten.Refusal> BY_PLACE = Comparator.comparing(
            Rewritten.Refusal::place, Comparator.comparingInt(Place::line).thenComparingInt(Place::column));

    private final Gathered found;
    private final Map<Place, Qualified> names;
    private final Set<Place> left;
    private final TreeMap<Integer, Edit> edits = new TreeMap<>();
    private final Map<Integer, String> expected = new HashMap<>();
    private final List<Rewritten.Refusal> refusals = new ArrayList<>();

    private Rewrite(Gathered found, Map<Place, Qualified> names) {
        this.found = found;
        this.names = names;
        this.left = new HashSet<>(names.keySet());
    }

    /// Writes names into a text that [WorkloadReader#read] reads with the same source and format.
    ///
    /// @param names by the place of an [ImageUse] of this text. Where tag and digest stand elsewhere they must be
    ///     those of the old name; the tag `latest` is left out where the old name has none.
    public static Rewritten of(String source, byte[] text, Optional<Format> format, Map<Place, Qualified> names) {
        return switch (Found.in(source, text, format)) {
            case Found.Nothing nothing ->
                refused(text, names.keySet(), nothing.why().message());
            case Found.Images images -> new Rewrite(images.gathered(), names).write(source, text, format);
        };
    }

    private static Rewritten refused(byte[] text, Collection<Place> places, String reason) {
        return new Rewritten(
                text,
                0,
                places.stream()
                        .map(place -> new Rewritten.Refusal(place, reason))
                        .sorted(BY_PLACE)
                        .toList());
    }

    private Rewritten write(String source, byte[] old, Optional<Format> format) {
        List<Site> sites = found.sites();
        for (List<Site> sharing : sharing(sites)) {
            write(sharing);
        }
        left.forEach(place -> refusals.add(new Rewritten.Refusal(place, "there is no image at this place")));
        refusals.sort(BY_PLACE);
        if (edits.isEmpty()) {
            return new Rewritten(old, 0, refusals);
        }
        byte[] fresh = found.text().encode(Edit.apply(found.text().chars(), List.copyOf(edits.values())));
        return isAsExpected(Found.in(source, fresh, format), sites)
                ? new Rewritten(fresh, expected.size(), refusals)
                : refused(old, names.keySet(), "with the new names the file would be read as something else");
    }

    /// Sites by what would have to be edited: those of one argument or anchor are together.
    private static Collection<List<Site>> sharing(List<Site> sites) {
        Map<Integer, List<Site>> groups = new LinkedHashMap<>();
        for (Site site : sites) {
            int start = switch (site.slot()) {
                case Slot.Whole whole -> whole.text().start();
                case Slot.Name name -> name.text().start();
                case Slot.Parts parts -> parts.path().start();
                case Slot.Fixed fixed -> -1 - site.at();
            };
            groups.computeIfAbsent(start, any -> new ArrayList<>()).add(site);
        }
        return groups.values();
    }

    private void write(List<Site> sharing) {
        @Nullable List<Edit> common = null;
        @Nullable String reason = null;
        Map<Integer, String> fresh = new HashMap<>();
        for (Site site : sharing) {
            @Nullable Qualified to = names.get(found.place(site));
            switch (to == null ? new SlotEdits.Impossible(OTHERS) : SlotEdits.of(site, to)) {
                case SlotEdits.Impossible impossible -> reason = impossible.reason();
                case SlotEdits.Possible possible when takesLinesAway(possible) -> reason = BROKEN;
                case SlotEdits.Possible possible -> {
                    reason = common == null || common.equals(possible.edits()) ? reason : OTHERS;
                    common = possible.edits();
                    fresh.put(site.at(), possible.name());
                }
            }
        }
        finish(sharing, common, reason, fresh);
    }

    /// Lines would go, and what is said of lines would no longer be true.
    private boolean takesLinesAway(SlotEdits.Possible possible) {
        for (Edit edit : possible.edits()) {
            for (int i = edit.span().start(); i < edit.span().end(); i++) {
                if (found.text().chars().charAt(i) == '\n'
                        || found.text().chars().charAt(i) == '\r') {
                    return true;
                }
            }
        }
        return false;
    }

    private static final String BROKEN = "its name is not written in one piece";

    private static final String OTHERS =
            "what gives it its name gives it to others, too, which would not become the same";

    private void finish(
            List<Site> sharing, @Nullable List<Edit> common, @Nullable String reason, Map<Integer, String> fresh) {
        if (common != null && reason == null) {
            common.forEach(edit -> edits.put(edit.span().start(), edit));
            expected.putAll(fresh);
        }
        for (Site site : sharing) {
            Place place = found.place(site);
            if (left.remove(place) && reason != null) {
                refusals.add(new Rewritten.Refusal(place, reason));
            }
        }
    }

    /// Whether the new text names what the old one did, but for the names that were written.
    private boolean isAsExpected(Found fresh, List<Site> old) {
        if (!(fresh instanceof Found.Images images)) {
            return false;
        }
        List<Site> sites = images.gathered().sites();
        if (sites.size() != old.size()) {
            return false;
        }
        for (int i = 0; i < old.size(); i++) {
            Site before = old.get(i);
            String image = expected.getOrDefault(before.at(), before.image());
            if (!sites.get(i).image().equals(image) || !sites.get(i).holder().equals(before.holder())) {
                return false;
            }
        }
        return true;
    }
}
