package dev.truename.names.workload;

import dev.truename.names.reference.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What has been found in one text so far. A place that is read twice, as behind an anchor, counts once: with what is
/// known for sure, else with what was found first.
final class Gathered {
    /// Enough to see what a file is; more would be noise.
    private static final int MAX_PROBLEMS = 100;

    private static final int SHOWN = 100;

    private final String source;
    private final Text text;
    private final Map<Integer, Site> sites = new HashMap<>();
    private final Map<Integer, Problem> problems = new HashMap<>();

    Gathered(String source, Text text) {
        this.source = source;
        this.text = text;
    }

    Text text() {
        return text;
    }

    /// Text from the file for a message or holder.
    static String shown(String text) {
        return Printable.text(text, SHOWN);
    }

    void add(Site site) {
        sites.merge(site.at(), site, (old, fresh) -> old.guess() && !fresh.guess() ? fresh : old);
    }

    /// A name; or, if variables without value keep it from being known, a problem.
    void add(Written name, String holder, boolean guess) {
        if (name.isEmpty()) {
            return;
        }
        @Nullable Piece unknown = name.unknown();
        String image = name.known();
        if (unknown == null) {
            if (!image.isBlank()) {
                add(new Site(name.start(), image, holder, guess, name.slot(image)));
            }
        } else if (name.isNameKnown()) {
            image = image.substring(0, Written.nameEnd(image));
            String all = holder + ", tag from " + shown(String.valueOf(unknown.variable()));
            add(new Site(name.start(), image, all, guess, name.slot(image)));
        } else {
            problem(
                    name.verbatim() ? unknown.written().start() : name.start(),
                    Problem.Kind.VARIABLE,
                    "the image of " + holder + " depends on " + shown(String.valueOf(unknown.variable()))
                            + ", which has no value here",
                    "give it a default, or read what the file is rendered to");
        }
    }

    void problem(int at, Problem.Kind kind, String message, String fix) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.putIfAbsent(at, new Problem(text.place(source, at), kind, message, fix));
        }
    }

    /// By place.
    List<Site> sites() {
        List<Site> sorted = new ArrayList<>(sites.values());
        sorted.sort(Comparator.comparingInt(Site::at));
        return sorted;
    }

    Place place(Site site) {
        return text.place(source, site.at());
    }

    ImageUse use(Site site) {
        return new ImageUse(site.image(), place(site), site.holder(), site.guess());
    }

    /// By place.
    List<Problem> problems() {
        return problems.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }
}
