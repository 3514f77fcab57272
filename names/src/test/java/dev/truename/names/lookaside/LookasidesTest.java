package dev.truename.names.lookaside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.config.ConfigurationException;
import dev.truename.names.config.Origin;
import dev.truename.names.config.Sourced;
import dev.truename.names.reference.Qualified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookasidesTest {
    @TempDir
    private Path folder;

    private Lookasides read(String... files) throws IOException, ConfigurationException {
        for (int i = 0; i < files.length; i++) {
            Files.writeString(folder.resolve(i + ".yaml"), files[i]);
        }
        return Lookasides.read(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "a.io/team/app:1, 'exact'",
        "a.io/team/app:2, 'repository'",
        "a.io/team/other:1, 'namespace'",
        "a.io/x:1, 'host'",
        "b.c.org/x:1, 'domain'",
        "a.io/plain/x:1, 'host'",
        "d.net/x:1, 'default'",
    })
    void theMostSpecialNamespaceWithAUrlCounts(String image, String url) throws Exception {
        Lookasides lookasides = read("""
                default-docker:
                  sigstore: default
                """, """
                docker:
                  a.io/team/app:1: {lookaside: exact, sigstore: old, lookaside-staging: file:///out}
                  a.io/team/app:
                    lookaside: repository
                  a.io/team:
                    lookaside: ''
                    sigstore: namespace
                  a.io: {lookaside: host}
                  a.io/plain: {use-sigstore-attachments: true}
                  '*.c.org':
                    lookaside: domain
                """);
        assertEquals(
                url, lookasides.of(Qualified.parse(image)).map(Sourced::value).orElse(""));
    }

    @Test
    void itIsKnownWhereItIsWritten() throws Exception {
        Lookasides lookasides = read("docker:\n  a.io:\n    lookaside: https://a.io/sigs\n");
        assertEquals(
                Optional.of(new Sourced<>("https://a.io/sigs", new Origin(folder.resolve("0.yaml"), 3))),
                lookasides.of(Qualified.parse("a.io/b")));
        assertEquals(Optional.empty(), lookasides.of(Qualified.parse("b.io/b")));
    }

    @Test
    void whatIsNotThereOrNotYamlByNameSaysNothing() throws Exception {
        assertEquals(Lookasides.NONE, Lookasides.read(folder.resolve("none")));
        Files.writeString(folder.resolve("a.yml"), "{");
        Files.writeString(folder.resolve("README"), "{");
        assertEquals(Lookasides.NONE, read("", "docker:\ndefault-docker:\n", "other: [1]\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | 1 | the file does not hold keys with values",
                "docker: x | 1 | \"docker\" does not hold keys with values",
                "docker: {a.io: x} | 1 | \"a.io\" does not hold keys with values",
                "docker: {a.io: {lookaside: [x]}} | 1 | \"lookaside\" of \"a.io\" is not a URL",
                "docker: {a.io: {}, a.io: {}} | 1 | the key \"a.io\" stands twice",
                "{ | 1 | expected",
            })
    void aMistakeIsToldWithItsLine(String text, int line, String told) {
        ConfigurationException e = assertThrows(ConfigurationException.class, () -> read(text));
        assertEquals(line, e.errors().getFirst().line());
        assertTrue(e.errors().getFirst().message().contains(told), e.getMessage());
    }

    @Test
    void twoFilesMayNotSayTheSame() {
        ConfigurationException e = assertThrows(
                ConfigurationException.class,
                () -> read("docker: {a.io: {lookaside: x}}", "docker:\n  a.io: {}\n", "docker: {b.io: {}}"));
        assertEquals(1, e.errors().size());
        assertEquals(folder.resolve("1.yaml") + ":2", e.errors().getFirst().place());
        assertEquals(
                "the namespace \"a.io\" stands in " + folder.resolve("0.yaml") + ":1 too",
                e.errors().getFirst().message());
        assertThrows(
                ConfigurationException.class, () -> read("default-docker: {lookaside: x}", "default-docker: {}", ""));
    }
}
