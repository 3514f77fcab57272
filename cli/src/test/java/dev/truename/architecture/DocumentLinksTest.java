package dev.truename.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Links between the documents lead somewhere, and what code says of a decision names one that is there.
class DocumentLinksTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DECISIONS = ROOT.resolve("docs/decisions");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern DECISION = Pattern.compile("decisions/(\\d{4})");

    @Test
    void linksLeadToFiles() throws IOException {
        List<String> broken = new ArrayList<>();
        List<Path> documents = files(".md");
        assertFalse(documents.isEmpty());
        for (Path document : documents) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                String to = link.group(1);
                if (!to.contains(":") && !Files.exists(document.resolveSibling(to))) {
                    broken.add(ROOT.relativize(document) + ": " + to);
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void decisionsAreNumberedOnceAndNamedByNumber() throws IOException {
        Set<String> numbers = new HashSet<>();
        List<String> mistakes = new ArrayList<>();
        try (Stream<Path> pages = Files.list(DECISIONS)) {
            for (String page : pages.map(path -> path.getFileName().toString()).toList()) {
                if (!page.equals("README.md") && !numbers.add(page.substring(0, 4))) {
                    mistakes.add("twice: " + page);
                }
            }
        }
        for (String end : List.of(".java", ".xml", ".md")) {
            for (Path file : files(end)) {
                Matcher decision = DECISION.matcher(Files.readString(file));
                while (decision.find()) {
                    if (!numbers.contains(decision.group(1))) {
                        mistakes.add(ROOT.relativize(file) + ": " + decision.group());
                    }
                }
            }
        }
        assertEquals(List.of(), mistakes);
    }

    private static List<Path> files(String end) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path top : modules.toList()) {
                found.addAll(below(top, end));
            }
        }
        return found;
    }

    private static List<Path> below(Path top, String end) throws IOException {
        if (top.getFileName().toString().startsWith(".")) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(file -> file.toString().endsWith(end)
                            && !ROOT.relativize(file).toString().contains("target/"))
                    .toList();
        }
    }
}
