package dev.truename.names.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        write("b/stack.yaml", "services: {web: {image: two}}\n");
        write("a.yaml", "image: one\n");
        write("b/Dockerfile.prod", "FROM three\n");
        write("b/c/web.container.d/10-image.conf", "[Container]\nImage=four\n");
        write("b/images.txt", "five\n");
        write("b/notes.txt", "six\n");
        write("b/package.json", "{\"image\": \"seven\"}\n");
        write(".git/x.yaml", "image: eight\n");
        write("b/.hidden.yaml", "image: nine\n");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Reading read(String name) {
        return WorkloadFiles.read(folder.resolve(name), Optional.empty());
    }

    private static List<String> images(Reading reading) {
        return reading.uses().stream().map(ImageUse::image).toList();
    }

    @Test
    @DisplayName("a folder is read in order of names: what is known, and nothing hidden")
    void readsAFolder() {
        Reading reading = read("");
        assertEquals(List.of("one", "three", "four", "five", "two"), images(reading));
        assertEquals(List.of(), reading.problems());
        assertEquals(6, reading.files());
        assertEquals(
                folder.resolve("b/c/web.container.d/10-image.conf").toString(),
                reading.uses().get(2).place().source());
    }

    @Test
    @DisplayName("a file that is named is read whatever it is called")
    void readsAFile() {
        assertEquals(List.of("six"), images(read("b/notes.txt")));
        assertEquals(List.of("nine"), images(read("b/.hidden.yaml")));
        assertEquals(List.of("eight"), images(read(".git")));
        Reading told = WorkloadFiles.read(folder.resolve("b/notes.txt"), Optional.of(Format.CONTAINERFILE));
        assertEquals(List.of(), told.uses());
    }

    @Test
    void followsNoLinksInFolders() throws IOException {
        Files.createSymbolicLink(folder.resolve("b/loop"), folder);
        Files.createSymbolicLink(folder.resolve("b/link.yaml"), folder.resolve("a.yaml"));
        assertEquals(List.of("three", "four", "five", "two"), images(read("b")));
        assertEquals(List.of("one"), images(read("b/link.yaml")));
    }

    @Test
    @DisplayName("a chart's templates are told once; its values are read")
    void charts() throws IOException {
        write("chart/Chart.yaml", "name: x\n");
        write("chart/values.yaml", "image: {repository: redis, tag: 7}\n");
        write("chart/templates/a.yaml", "{{- if true }}\n");
        write("chart/templates/b.yaml", "image: {{ x }}\n");
        write("chart/charts/sub/Chart.yaml", "name: y\n");
        write("chart/charts/sub/values.yaml", "image: busybox\n");
        Reading reading = read("chart");
        assertEquals(List.of("busybox", "redis:7"), images(reading));
        assertEquals(
                List.of(folder.resolve("chart/templates").toString()),
                reading.problems().stream()
                        .map(problem -> problem.place().source())
                        .toList());
        assertEquals(Problem.Kind.TEMPLATE, reading.problems().getFirst().kind());
    }

    @Test
    @DisplayName("one bad file does not keep the others from being read")
    void badFiles() throws IOException {
        write("bad.yaml", "a: [\n");
        Files.write(folder.resolve("latin.yaml"), new byte[] {(byte) 0xe4});
        Files.createDirectories(folder.resolve("locked.yaml"));
        Reading reading = read("");
        assertEquals(List.of("one", "three", "four", "five", "two"), images(reading));
        assertEquals(
                List.of(Problem.Kind.SYNTAX, Problem.Kind.ENCODING),
                reading.problems().stream().map(Problem::kind).toList());
    }

    @Test
    void tellsWhatIsMissing() {
        Reading reading = read("missing.yaml");
        Problem problem = reading.problems().getFirst();
        assertEquals(Problem.Kind.UNREADABLE, problem.kind());
        assertEquals("cannot be read: there is no such file", problem.message());
        assertEquals(0, reading.files());
    }

    @Test
    void doesNotGoDownForEver() throws IOException {
        Path deep = folder.resolve("deep");
        for (int i = 0; i < WorkloadFiles.MAX_DEPTH; i++) {
            deep = deep.resolve("d");
        }
        Files.createDirectories(deep);
        Files.writeString(deep.resolve("x.yaml"), "image: deep\n");
        Reading reading = read("deep");
        assertEquals(
                List.of(Problem.Kind.LIMIT),
                reading.problems().stream().map(Problem::kind).toList());
        assertEquals(List.of("deep"), images(WorkloadFiles.read(deep, Optional.empty())));
    }
}
