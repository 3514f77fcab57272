package dev.truename.cli.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.truename.cli.command.CommandException;
import dev.truename.names.audit.AuditReport;
import dev.truename.names.audit.Decision;
import dev.truename.names.config.AtomicFile;
import dev.truename.names.reference.Qualified;
import dev.truename.names.workload.Format;
import dev.truename.names.workload.ImageUse;
import dev.truename.names.workload.Place;
import dev.truename.names.workload.Rewrite;
import dev.truename.names.workload.Rewritten;
import dev.truename.names.workload.WorkloadReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Full names in the place of short ones that have one sure meaning, in the files that were read.
///
/// @param files those in which a name changes, by name
/// @param refusals names that have a sure meaning and stay short, by place
record FullNames(List<File> files, List<Rewritten.Refusal> refusals) {
    /// Where nobody wants any.
    static final FullNames NONE = new FullNames(List.of(), List.of());

    /// @param before what is in the file
    /// @param rewritten what is to be in it
    record File(Path path, String before, Rewritten rewritten) {
        /// As `diff -u` tells it.
        String patch() {
            return LinePatch.of(path.toString(), before, new String(rewritten.text(), UTF_8));
        }
    }

    FullNames {
        files = List.copyOf(files);
        refusals = List.copyOf(refusals);
    }

    /// Reads the files once more; writes nothing.
    ///
    /// @param named the files that somebody named, not those of folders
    /// @param format of the files that somebody named; empty if their names or contents tell, as in folders
    static FullNames of(AuditReport report, Set<String> named, Optional<Format> format) {
        List<Rewritten.Refusal> refusals = new ArrayList<>();
        List<File> files = new ArrayList<>();
        for (Map.Entry<String, Map<Place, Wanted>> source :
                wanted(report, refusals).entrySet()) {
            try {
                Path path = Path.of(source.getKey());
                byte[] before = readAgain(path);
                Optional<Format> known = named.contains(source.getKey()) ? format : Optional.empty();
                Map<Place, Qualified> names = stillThere(source.getKey(), before, known, source.getValue(), refusals);
                Rewritten rewritten = Rewrite.of(source.getKey(), before, known, names);
                refusals.addAll(rewritten.refusals());
                if (rewritten.names() > 0) {
                    files.add(new File(path, new String(before, UTF_8), rewritten));
                }
            } catch (IOException | InvalidPathException e) { // also where the name has what this locale has not
                source.getValue()
                        .keySet()
                        .forEach(place -> refusals.add(
                                new Rewritten.Refusal(place, "the file cannot be read once more by its name")));
            }
        }
        return new FullNames(files, refusals);
    }

    /// A pipe would be waited for: it gives its text once.
    private static byte[] readAgain(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString());
        }
        return Files.readAllBytes(path);
    }

    /// A full name for an image that was read.
    private record Wanted(String image, Qualified name) {}

    /// What is to be written where the image still stands that was read: asking registries takes its time, and
    /// somebody may have written another one meanwhile.
    private static Map<Place, Qualified> stillThere(
            String source,
            byte[] text,
            Optional<Format> format,
            Map<Place, Wanted> wanted,
            List<Rewritten.Refusal> refusals) {
        Map<Place, String> images = new HashMap<>();
        for (ImageUse use : WorkloadReader.read(source, text, format).uses()) {
            images.put(use.place(), use.image());
        }
        Map<Place, Qualified> names = new LinkedHashMap<>();
        wanted.forEach((place, each) -> {
            if (each.image().equals(images.get(place))) {
                names.put(place, each.name());
            } else {
                refusals.add(new Rewritten.Refusal(place, "the file has changed since it was read"));
            }
        });
        return names;
    }

    /// By source, then place. What only looks like an image is left as it is.
    private static Map<String, Map<Place, Wanted>> wanted(AuditReport report, List<Rewritten.Refusal> refusals) {
        Map<String, Map<Place, Wanted>> wanted = new TreeMap<>();
        for (AuditReport.Named named : report.names()) {
            if (named.audit().decision() instanceof Decision.Decided decided) {
                for (ImageUse use : named.uses()) {
                    Place place = use.place();
                    if (!isFile(place)) {
                        refusals.add(new Rewritten.Refusal(place, "this is no file"));
                    } else if (use.guess()) {
                        refusals.add(new Rewritten.Refusal(place, "this only looks like an image's name"));
                    } else {
                        wanted.computeIfAbsent(place.source(), source -> new LinkedHashMap<>())
                                .put(place, new Wanted(use.image(), decided.fullName()));
                    }
                }
            }
        }
        return wanted;
    }

    private static boolean isFile(Place place) {
        return place.hasLines() && !place.source().equals(AuditInputs.STANDARD_INPUT);
    }

    /// Writes the files, each whole or not at all.
    void write() throws CommandException {
        for (File file : files) {
            try {
                AtomicFile.replace(file.path(), file.rewritten().text());
            } catch (IOException e) {
                throw OutputFile.notWritten(file.path(), e);
            }
        }
    }

    /// How many names are written.
    int names() {
        return files.stream().mapToInt(file -> file.rewritten().names()).sum();
    }
}
