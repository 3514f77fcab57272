package dev.truename.cli.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.truename.cli.CommandsForTests;
import dev.truename.cli.command.Catalogue;
import dev.truename.cli.spec.CommandSpec;
import dev.truename.cli.spec.Option;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The committed documents are those that the declarations make. `-Dtruename.docs.write=true` writes them.
class DocumentsTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path MAN = DOCS.resolve("man");
    private static final Catalogue CATALOGUE = CommandsForTests.all();

    @Test
    void committedDocumentsAreThoseOfTheDeclarations() throws IOException {
        Map<Path, String> made = made();
        if (Boolean.getBoolean("truename.docs.write")) {
            write(made);
        }
        for (Map.Entry<Path, String> document : made.entrySet()) {
            assertTrue(Files.exists(document.getKey()), () -> "not committed: " + document.getKey());
            assertEquals(
                    document.getValue(),
                    Files.readString(document.getKey()),
                    () -> document.getKey() + " is out of date: run mvn -Dtruename.docs.write=true");
        }
        try (Stream<Path> pages = Files.list(MAN)) {
            assertTrue(pages.allMatch(made::containsKey), "a page of a command that is no more");
        }
    }

    private static Map<Path, String> made() {
        Map<Path, String> made = new TreeMap<>();
        List<CommandSpec> specs = CATALOGUE.specs();
        made.put(DOCS.resolve("cli.md"), MarkdownReference.of(specs));
        made.put(MAN.resolve("truename.1"), ManPage.overview(specs));
        specs.forEach(spec -> made.put(MAN.resolve(ManPage.name(spec) + ".1"), ManPage.of(spec)));
        return made;
    }

    private static void write(Map<Path, String> made) throws IOException {
        Files.createDirectories(MAN);
        try (Stream<Path> old = Files.list(MAN)) {
            for (Path page : old.toList()) {
                Files.delete(page);
            }
        }
        for (Map.Entry<Path, String> document : made.entrySet()) {
            Files.writeString(document.getKey(), document.getValue());
        }
    }

    @Test
    void manualPagesAreCleanRoff(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/man")), "man is not installed");
        for (Map.Entry<Path, String> document : made().entrySet()) {
            if (document.getKey().startsWith(MAN)) {
                Path page = Files.writeString(folder.resolve(document.getKey().getFileName()), document.getValue());
                assertEquals("", warnings(page), page::toString);
            }
        }
    }

    private static String warnings(Path page) throws IOException, InterruptedException {
        ProcessBuilder man = new ProcessBuilder("man", "--warnings=w", "-E", "UTF-8", "-Tutf8", "-l", page.toString());
        man.environment().putAll(Map.of("MANWIDTH", "80", "LC_ALL", "C.UTF-8", "MANROFFSEQ", ""));
        man.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = man.start();
        String warnings = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), warnings);
        return warnings;
    }

    @Test
    void everyDeclarationIsWhole() {
        List<String> mistakes = new ArrayList<>();
        for (CommandSpec spec : CATALOGUE.specs()) {
            check(spec, mistakes);
        }
        assertEquals(List.of(), mistakes);
    }

    private static void check(CommandSpec spec, List<String> mistakes) {
        if (spec.summary().endsWith(".") || Character.isUpperCase(spec.summary().charAt(0))) {
            mistakes.add(spec.name() + ": the summary is a phrase");
        }
        if (spec.examples().isEmpty()) {
            mistakes.add(spec.name() + ": no example");
        }
        for (String other : spec.seeAlso()) {
            if (!CATALOGUE.names().contains(other)) {
                mistakes.add(spec.name() + ": see also " + other + ", which is no command");
            }
        }
        if (spec.allExitCodes().stream().distinct().count()
                != spec.allExitCodes().size()) {
            mistakes.add(spec.name() + ": an exit code twice");
        }
        List<String> seen = new ArrayList<>();
        for (Option option : spec.allOptions()) {
            String letter = option.letter() == Option.NO_LETTER ? option.longName() + "!" : "-" + option.letter();
            if (seen.contains(option.longName()) || seen.contains(letter)) {
                mistakes.add(spec.name() + ": declared twice: " + option.longName() + " " + letter);
            }
            seen.addAll(List.of(option.longName(), letter));
            if (!option.help().endsWith(".")) {
                mistakes.add(spec.name() + " " + option.longName() + ": help is sentences");
            }
        }
    }
}
