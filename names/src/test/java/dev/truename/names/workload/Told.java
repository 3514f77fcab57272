package dev.truename.names.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a reading says, as text to compare.
final class Told {
    private Told() {}

    /// A line for each image, `line:column image | holder`, with a `?` in front of a guess; then one for each problem,
    /// `line:column ! KIND`.
    static List<String> of(Reading reading) {
        List<String> lines = new ArrayList<>();
        for (ImageUse use : reading.uses()) {
            Place place = use.place();
            String guess = use.guess() ? "?" : "";
            lines.add(place.line() + ":" + place.column() + " " + guess + use.image() + " | " + use.holder());
        }
        for (Problem problem : reading.problems()) {
            Place place = problem.place();
            lines.add(place.line() + ":" + place.column() + " ! " + problem.kind());
        }
        return lines;
    }

    static List<String> of(String source, String text) {
        return of(WorkloadReader.read(source, text.getBytes(UTF_8), Optional.empty()));
    }

    /// The images alone.
    static List<String> images(String source, String text) {
        return WorkloadReader.read(source, text.getBytes(UTF_8), Optional.empty()).uses().stream()
                .map(ImageUse::image)
                .toList();
    }
}
