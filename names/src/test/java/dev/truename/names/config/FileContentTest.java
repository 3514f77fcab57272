package dev.truename.names.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentTest {
    private static final Path FILE = Path.of("a.conf");

    @TempDir
    Path root;

    private static FileContent parse(String text, Generation generation) {
        return FileContent.parse(FILE, text.getBytes(UTF_8), generation);
    }

    @Test
    void mistakesKeepNothingElseFromBeingRead() {
        FileContent content = parse("""
                short-name-mode = "strict"
                unqualified-search-registries = ["a.org", "intranet"]
                [[registry]]
                location = "a.org"
                block = true
                [aliases]
                "a:1" = "quay.io/a/b"
                "b" = "quay.io/a/b"
                "c" = ""
                """, Generation.CURRENT);
        assertTrue(content.mode().isEmpty());
        assertEquals(
                List.of("a.org"),
                content.search().orElseThrow().registries().stream()
                        .map(Sourced::value)
                        .toList());
        assertEquals("a.org", content.registries().getFirst().prefix());
        assertEquals(
                List.of("b", "c"),
                content.aliases().stream().map(AliasDefinition::key).toList());
        assertEquals(
                Set.of("search-registry:2", "short-name-mode:1", "alias-name:7", "unknown-key:5"),
                content.findings().stream()
                        .map(finding -> finding.rule() + ":" + finding.line())
                        .collect(Collectors.toSet()));
    }

    @Test
    void version1IsReadWhereItCounts() {
        String text = "[registries.search]\nregistries = [\"a.org\"]\n[registries.block]\nregistries = [\"b.org\"]\n";
        FileContent refused = parse(text, Generation.CURRENT);
        assertTrue(refused.version1());
        assertEquals(
                List.of("v1-format"),
                refused.findings().stream().map(Finding::rule).toList());
        FileContent read = parse(text, Generation.LEGACY);
        assertTrue(read.version1());
        assertEquals(List.of(), read.findings());
        assertEquals("b.org", read.registries().getFirst().prefix());
    }

    @Test
    void anInspectionHasAllFilesAndAllFindings() {
        Host host = new Host(root)
                .file("etc/containers/registries.conf", "blocked = true\n")
                .file("etc/containers/registries.conf.d/1.conf", "[aliases]\n\"a:1\" = \"quay.io/a/b\"\n")
                .file("etc/containers/registries.conf.d/2.conf", "[aliases]\n\"a\" = \"quay.io/a/b\"\n");
        List<Path> read = new ArrayList<>();
        Inspection broken = ConfigurationLoader.inspect(host.sources(), (file, content) -> read.add(file));
        assertEquals(3, broken.files().size());
        assertEquals(read, broken.files());
        assertEquals(
                List.of("alias-name", "misplaced-key"),
                broken.findings().stream().map(Finding::rule).toList());
        host.file("etc/containers/registries.conf.d/1.conf", "");
        Inspection usable = ConfigurationLoader.inspect(host.sources(), (file, content) -> {});
        assertEquals(broken.files(), usable.files());
        assertEquals(
                List.of("misplaced-key"),
                usable.findings().stream().map(Finding::rule).toList());
        assertEquals(Owner.CLUSTER, usable.layers().owners().get(usable.files().getFirst()));
    }
}
