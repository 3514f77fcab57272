package dev.truename.names.workload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Files in the shape of those that broke for people: charts as rendered and their values, operators, pipelines,
/// stacks.
class FixturesTest {
    private static final String EXPECTED = "expected.txt";

    @Test
    @DisplayName("the whole folder is read as expected.txt says")
    void readsAll() throws IOException {
        Path folder = folder();
        Reading reading = WorkloadFiles.read(folder, Optional.empty());
        List<String> told = new ArrayList<>();
        for (ImageUse use : reading.uses()) {
            String guess = use.guess() ? "?" : "";
            told.add(at(folder, use.place()) + " " + guess + use.image() + " | " + use.holder());
        }
        for (Problem problem : reading.problems()) {
            told.add(at(folder, problem.place()) + " ! " + problem.kind() + " " + problem.message());
        }
        assertEquals(Files.readString(folder.resolve(EXPECTED)), String.join("\n", told) + "\n");
    }

    private static String at(Path folder, Place place) {
        return folder.relativize(Path.of(place.source())) + ":" + place.line() + ":" + place.column();
    }

    /// With every name written anew, and what was written taken out again, each file is byte for byte what it was. What
    /// is refused is named by a variable, or in parts.
    @TestFactory
    Stream<DynamicTest> rewritesEach() throws IOException {
        Path folder = folder();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(EXPECTED) && !isEscaped(file))
                    .sorted()
                    .toList();
        }
        assertTrue(files.size() > 40);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(folder.relativize(file).toString(), () -> rewrites(file)));
    }

    /// Escapes in a name are not written anew.
    private static boolean isEscaped(Path file) {
        return file.endsWith("core/folded.yaml") || file.endsWith("openshift/imagestream.json");
    }

    private static void rewrites(Path file) throws IOException {
        byte[] before = Files.readAllBytes(file);
        String source = file.toString();
        Rewritten rewritten = Rewrite.of(source, before, Optional.empty(), RewriteTest.everything(source, before));
        String after = new String(rewritten.text(), UTF_8);
        assertEquals(
                new String(before, UTF_8),
                after.replace("q.io/x/", "")
                        .replace("registry: \"q.io\"", "registry: \"\"")
                        .replace(": x/", ": "));
        List<ImageUse> uses =
                WorkloadReader.read(source, rewritten.text(), Optional.empty()).uses();
        assertEquals(
                rewritten.names(),
                uses.stream().filter(use -> use.image().startsWith("q.io/x/")).count());
        for (Rewritten.Refusal refusal : rewritten.refusals()) {
            assertTrue(
                    List.of(
                                    "its name comes from variables",
                                    "its registry is a value of its own",
                                    "its name is not written in one piece")
                            .contains(refusal.reason()),
                    refusal::toString);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(FixturesTest.class.getResource("/workloads"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
