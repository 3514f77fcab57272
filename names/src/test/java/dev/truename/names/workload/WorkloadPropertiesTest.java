package dev.truename.names.workload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.truename.names.reference.Qualified;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// What holds of any file that is put together of good parts.
class WorkloadPropertiesTest {
    private static final String HOST = "registry.example/x/";

    /// Every image is found, in order, with the line and column that its text is at.
    @Property(tries = 300)
    void everyImageIsFoundWhereItIs(@ForAll("manifests") String text) {
        List<String> lines = List.of(text.split("\n", -1));
        Reading reading = read("x.yaml", text);
        assertEquals(List.of(), reading.problems());
        assertEquals(text.split("image:", -1).length - 1, reading.uses().size());
        for (ImageUse use : reading.uses()) {
            String line = lines.get(use.place().line() - 1);
            int start = line.offsetByCodePoints(0, use.place().column() - 1);
            assertEquals(use.image(), line.substring(start, start + use.image().length()));
        }
    }

    @Property(tries = 300)
    void rewritingManifestsChangesNamesAndNothingElse(@ForAll("manifests") String text, @ForAll long choice) {
        rewritten("x.yaml", text, choice);
    }

    @Property(tries = 300)
    void rewritingContainerfilesChangesNamesAndNothingElse(@ForAll("containerfiles") String text, @ForAll long choice) {
        rewritten("Containerfile", text, choice);
    }

    /// Some of the names are written anew: with what was written taken out again the text is what it was, and reading
    /// gives the new names where they were asked for, in the same lines, and the old ones elsewhere.
    private static void rewritten(String source, String text, long choice) {
        Reading before = read(source, text);
        Map<Place, Qualified> names = new HashMap<>();
        long bits = choice;
        for (ImageUse use : before.uses()) {
            if ((bits & 1) != 0) {
                names.put(use.place(), Qualified.parse(HOST + use.image()));
            }
            bits = Long.rotateRight(bits, 1);
        }
        Rewritten rewritten = Rewrite.of(source, text.getBytes(UTF_8), Optional.empty(), names);
        rewritten.refusals().forEach(refusal -> names.remove(refusal.place()));
        assertEquals(names.size(), rewritten.names());
        String fresh = new String(rewritten.text(), UTF_8);
        assertEquals(text, fresh.replace(HOST, ""));
        List<ImageUse> after = read(source, fresh).uses();
        assertEquals(before.uses().size(), after.size());
        for (int i = 0; i < after.size(); i++) {
            ImageUse old = before.uses().get(i);
            boolean chosen = names.containsKey(old.place());
            assertEquals(chosen ? HOST + old.image() : old.image(), after.get(i).image());
            assertEquals(old.place().line(), after.get(i).place().line());
        }
    }

    private static Reading read(String source, String text) {
        return WorkloadReader.read(source, text.getBytes(UTF_8), Optional.empty());
    }

    @Provide
    Arbitrary<String> manifests() {
        Arbitrary<String> quotes =
                Arbitraries.of("%s", "'%s'", "\"%s\"", " &a%s", "!!str %s", "%s # \ud83d\ude00", ">-\n   %s");
        Arbitrary<String> values = Combinators.combine(quotes, images())
                .as((quote, image) -> quote.startsWith(" &a") ? "&a " + image : quote.formatted(image));
        Arbitrary<String> block = values.map(value -> "- name: \ud83d\ude00\n  image: " + value + "\n  env: []\n");
        Arbitrary<String> flow = images().map(image -> "- {name: \ud83d\ude00, image: " + image + ", args: [\"x\"]}\n");
        Arbitrary<String> containers =
                Arbitraries.oneOf(block, flow).list().ofMaxSize(4).map(items -> String.join("", items));
        Arbitrary<String> kinds = Arbitraries.of("containers", "initContainers", "ephemeralContainers");
        Arbitrary<String> documents = Combinators.combine(kinds, containers)
                .as((kind, items) -> "apiVersion: v1\nkind: Pod\n# note\nspec:\n " + kind + ":\n "
                        + items.replace("\n", "\n ").stripTrailing() + "\n");
        return documents.list().ofMinSize(1).ofMaxSize(3).map(all -> String.join("---\n", all));
    }

    @Provide
    Arbitrary<String> containerfiles() {
        Arbitrary<String> from = Combinators.combine(
                        Arbitraries.of(
                                "FROM %s\n",
                                "from  %s  AS b\n",
                                "FROM \\\n  %s\n",
                                "FROM %s:${V}\n",
                                "FROM \"%s\"\n",
                                "FROM a\nCOPY --from=%s / /\n",
                                "FROM a\nRUN --mount=type=bind,from=%s,target=/x ls\n",
                                "FROM $B\n",
                                "FROM ${B}-%s\n",
                                "FROM ${B}:2\n"),
                        images())
                .as((line, image) -> line.formatted(image.contains(":") && line.contains("{V}") ? "c" : image));
        Arbitrary<String> other = Arbitraries.of(
                "# note\n", "\n", "RUN <<E\nFROM no\nE\n", "ARG V\n", "ARG B\n", "RUN echo \\\n # x\n FROM no\n");
        Arbitrary<String> lines = Arbitraries.frequencyOf(Tuple.of(2, from), Tuple.of(1, other));
        Arbitrary<String> heads = Arbitraries.of(
                "", "ARG V=7 B=base\n", "# syntax=docker/dockerfile:1\nARG B=\"base\"\n", "ARG B=base C=$B\n");
        return Combinators.combine(heads, lines.list().ofMaxSize(6)).as((head, all) -> head + String.join("", all));
    }

    private static Arbitrary<String> images() {
        return Arbitraries.of(
                "redis", "redis:7", "a/b", "a/b:1.10", "c@sha256:" + "0123456789abcdef".repeat(4), "x/y/z:latest");
    }
}
