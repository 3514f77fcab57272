package dev.truename.names.workload;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a Containerfile (Dockerfile): `FROM`, `COPY --from`, `RUN --mount=from=` and the `syntax` directive. Stages
/// and `scratch` are no images.
final class ContainerfileReader {
    private static final String SCRATCH = "scratch";

    /// A name, kept until all uses of the arguments are known.
    private record Pending(Written name, String holder) {}

    private final Gathered found;
    private final String chars;
    private final ContainerfileLines lines;
    private final BuildArguments arguments = new BuildArguments();
    private final Set<String> stages = new HashSet<>();
    private final List<Pending> names = new ArrayList<>();
    private int froms;

    ContainerfileReader(Gathered found) {
        this.found = found;
        this.chars = found.text().chars();
        this.lines = new ContainerfileLines(chars);
    }

    void read() {
        for (var directive = lines.directive(); directive != null; directive = lines.directive()) {
            syntax(directive);
        }
        for (List<Word> words = lines.instruction(); !words.isEmpty(); words = lines.instruction()) {
            instruction(words);
        }
        for (Pending name : names) {
            found.add(arguments.settled(name.name()), name.holder(), false);
        }
    }

    private void syntax(ContainerfileLines.Directive directive) {
        Span value = directive.value();
        if (directive.name().equals("syntax") && value.start() < value.end()) {
            names.add(new Pending(Written.literal(value.of(chars), value), "syntax directive"));
        }
    }

    private void instruction(List<Word> words) {
        boolean later = words.getFirst().text().equalsIgnoreCase("onbuild") && words.size() > 1;
        int first = later ? 1 : 0;
        String name = words.get(first).text().toLowerCase(Locale.ROOT);
        List<Word> rest = words.subList(first + 1, words.size());
        if (name.equals("from")) {
            from(rest);
        } else if (name.equals("arg")) {
            rest.forEach(froms == 0 ? arguments::declare : arguments::takenOver);
        } else if (name.equals("copy") || name.equals("add")) {
            options(rest, "--from=").forEach(image -> other(image, "COPY --from"));
        } else if (name.equals("run")) {
            options(rest, "--mount=").forEach(this::mount);
        }
    }

    private void from(List<Word> words) {
        froms++;
        int at = 0;
        while (at < words.size() && words.get(at).text().startsWith("--")) {
            arguments.useElsewhere(words.get(at).read(arguments));
            at++;
        }
        if (at == words.size()) {
            return;
        }
        boolean named = at + 2 < words.size() && words.get(at + 1).text().equalsIgnoreCase("as");
        @Nullable String stage = named ? words.get(at + 2).text() : null;
        Written image = words.get(at).unquoted().read(arguments);
        arguments.use(image);
        if (image.unknown() != null || !(isStage(image.known()) || image.known().equals(SCRATCH))) {
            String holder = stage == null ? "stage " + froms : "stage " + Gathered.shown(stage);
            names.add(new Pending(image, "FROM, " + holder));
        }
        if (stage != null) {
            stages.add(stage.toLowerCase(Locale.ROOT));
        }
    }

    private boolean isStage(String name) {
        return stages.contains(name.toLowerCase(Locale.ROOT));
    }

    /// The values of an option in front of an instruction's arguments.
    private static List<Word> options(List<Word> words, String option) {
        List<Word> values = new ArrayList<>();
        for (Word word : words) {
            if (!word.text().startsWith("--")) {
                break;
            }
            if (word.text().toLowerCase(Locale.ROOT).startsWith(option)) {
                values.add(word.from(option.length()));
            }
        }
        return values;
    }

    private void mount(Word mount) {
        Word fields = mount.unquoted();
        String text = fields.text();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ',') {
                Word field = fields.part(start, i);
                if (field.text().startsWith("from=")) {
                    other(field.from("from=".length()), "RUN --mount");
                }
                start = i + 1;
            }
        }
    }

    /// A stage by name or number, or an image.
    private void other(Word written, String holder) {
        Word word = written.unquoted();
        String text = word.text();
        if (text.isEmpty() || isStage(text) || isNumber(text) || text.equals(SCRATCH)) {
            return;
        }
        Written name = word.read(Lookup.NOTHING);
        names.add(new Pending(name, holder + (froms == 0 ? "" : ", stage " + froms)));
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
