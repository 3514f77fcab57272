package dev.truename.names.workload;

import dev.truename.names.yaml.YamlMapping;
import dev.truename.names.yaml.YamlScalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A name in several values, as Helm's charts have it: `registry`, `repository`, `tag`, `digest`.
///
/// @param registry null if there is no such value; it can be empty
/// @param repository never empty
/// @param tag null or empty if there is none
/// @param digest null or empty if there is none
record ImageParts(
        @Nullable YamlScalar registry,
        YamlScalar repository,
        @Nullable YamlScalar tag,
        @Nullable YamlScalar digest) {
    private static final List<String> WITNESSES =
            List.of("registry", "tag", "digest", "sha", "pullPolicy", "imagePullPolicy", "pullSecrets");

    /// The parts in a mapping; null if it has none.
    ///
    /// @param image whether a key that leads there speaks of an image
    static @Nullable ImageParts of(YamlMapping mapping, boolean image) {
        @Nullable YamlScalar repository = scalar(mapping, "repository");
        if (repository == null && image && mapping.find("tag") != null) {
            repository = scalar(mapping, "name");
        }
        if (repository == null || (!image && !isWitnessed(mapping))) {
            return null;
        }
        return new ImageParts(
                mapping.find("registry") instanceof YamlScalar registry ? registry : null,
                repository,
                scalar(mapping, "tag"),
                scalar(mapping, "digest"));
    }

    private static boolean isWitnessed(YamlMapping mapping) {
        return WITNESSES.stream().anyMatch(key -> mapping.find(key) != null);
    }

    static @Nullable YamlScalar scalar(YamlMapping mapping, String key) {
        return mapping.find(key) instanceof YamlScalar scalar && !isNothing(scalar) ? scalar : null;
    }

    /// Whether a value is there only by its key.
    static boolean isNothing(YamlScalar scalar) {
        String value = scalar.value().strip();
        boolean plain = scalar.style() == YamlScalar.Style.PLAIN;
        return value.isEmpty() || (plain && (value.equals("null") || value.equals("~")));
    }

    /// Adds the image; a problem if a value needs rendering.
    void addTo(Gathered found, String holder) {
        Written name = ScalarText.read(found.text(), repository, Lookup.NOTHING);
        String host =
                registry == null || isNothing(registry) ? "" : registry.value().strip() + "/";
        if (name.unknown() != null || name.pieces().size() != 1 || hasVariable(host)) {
            found.add(name, holder, true);
            return;
        }
        String rest = rest();
        boolean open = hasVariable(rest);
        String image = host + name.known() + (open ? "" : rest);
        if (Plausible.isImage(image)) {
            String all = open ? holder + ", tag from a template" : holder;
            found.add(new Site(name.start(), image, all, true, slot(found.text(), name, open ? "" : rest)));
        }
    }

    private String rest() {
        String text = tag == null ? "" : ":" + tag.value().strip();
        return digest == null ? text : text + "@" + digest.value().strip();
    }

    private static boolean hasVariable(String text) {
        return Variables.pieces(text, 0, Lookup.NOTHING).stream().anyMatch(piece -> !piece.isLiteral());
    }

    private Slot slot(Text text, Written name, String rest) {
        @Nullable Span path = name.pieces().getFirst().origin();
        if (path == null) {
            return new Slot.Fixed("its name is not written in one piece");
        }
        if (registry == null) {
            return new Slot.Name(path, rest);
        }
        @Nullable Span empty = emptyQuotes(text, registry);
        return empty == null ? new Slot.Fixed("its registry is a value of its own") : new Slot.Parts(empty, path, rest);
    }

    /// Between the quotes of `""`; null for any other value.
    private static @Nullable Span emptyQuotes(Text text, YamlScalar scalar) {
        String written = text.chars().substring(scalar.start(), scalar.end());
        boolean quotes = written.equals("\"\"") || written.equals("''");
        return quotes ? new Span(scalar.start() + 1, scalar.start() + 1) : null;
    }
}
