package dev.truename.names.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.config.Generation;
import dev.truename.names.reference.Printable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds of whatever is found in any files.
class LinterPropertiesTest {
    @Property(tries = 500)
    void findingsStandInOrderOnLinesThatThereAre(@ForAll("sets") List<String> texts) {
        List<LintFinding> findings = lint(texts);
        int before = 0;
        for (LintFinding finding : findings) {
            int file = file(finding);
            long lines = texts.get(file).split("\n", -1).length;
            int line = finding.origin().line();
            assertTrue(line >= 1 && line <= lines, finding::toString);
            assertTrue(file * 1000 + line >= before, finding::toString);
            before = file * 1000 + line;
            for (String text : List.of(finding.message(), finding.fix())) {
                assertEquals(Printable.text(text), text);
                assertEquals(text.strip(), text);
                assertTrue(!text.isEmpty());
            }
        }
        assertEquals(findings, lint(texts));
    }

    /// Lint asks each finding to be looked at; a comment for each says that somebody did.
    @Property(tries = 300)
    void everyFindingButAnErrorInTheTextCanBeAccepted(@ForAll("sets") List<String> texts) {
        List<LintFinding> findings = lint(texts);
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String[] lines = texts.get(i).split("\n", -1);
            StringBuilder text = new StringBuilder();
            for (int line = 1; line <= lines.length; line++) {
                for (String rule : rules(findings, i, line)) {
                    text.append("# truename: allow ").append(rule).append(" seen\n");
                }
                text.append(lines[line - 1]).append('\n');
            }
            accepted.add(text.toString());
        }
        List<LintFinding> left = lint(accepted);
        assertEquals(List.of(), left.stream().filter(LintFinding::isOpen).toList());
        assertEquals(findings.size(), left.size());
    }

    private static Set<String> rules(List<LintFinding> findings, int file, int line) {
        return findings.stream()
                .filter(finding -> file(finding) == file && finding.origin().line() == line)
                .map(finding -> finding.rule().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int file(LintFinding finding) {
        return Integer.parseInt(finding.origin().file().toString());
    }

    private static List<LintFinding> lint(List<String> texts) {
        List<LintFile> files = new ArrayList<>();
        for (String text : texts) {
            files.add(LintFile.parse(Path.of(String.valueOf(files.size())), text.getBytes(UTF_8), Generation.CURRENT));
        }
        return Linter.lint(files);
    }

    /// Files that can be read, of what makes findings.
    @Provide
    Arbitrary<List<String>> sets() {
        Arbitrary<String> hosts = Arbitraries.of(
                "docker.io",
                "registry-1.docker.io",
                "quay.io",
                "registry.redhat.io",
                "a.org",
                "a.org:5000",
                "icr.com",
                "hub.docker.com",
                "[0::1]:5000",
                "cp.stg.icr.io",
                "acme.azurecr.io",
                "localhost",
                "xn--a.org");
        Arbitrary<String> paths =
                Arbitraries.of("ubi9", "redis", "abcd/x", "abce/x", "abcd/abcd/x", "redhat/y", "ibmcom");
        Arbitrary<String> aliases = Combinators.combine(paths, hosts, paths, Arbitraries.of(0, 1, 1, 1, 1))
                .as((key, host, path, kept) -> "\"" + key + "\" = \"" + (kept == 0 ? "" : host + "/" + path) + "\"\n");
        Arbitrary<String> mirrors = Combinators.combine(hosts, Arbitraries.of("all", "digest-only", "tag-only"))
                .as((host, from) ->
                        "[[registry.mirror]]\nlocation = \"" + host + "/m\"\npull-from-mirror = \"" + from + "\"\n");
        Arbitrary<String> tables = Combinators.combine(
                        hosts,
                        Arbitraries.of("", "/redis", "/abcd"),
                        hosts,
                        Arbitraries.of("", "", "insecure = true\n", "blocked = true\n"),
                        mirrors.list().ofMaxSize(2))
                .as((host, path, location, flag, mirror) -> "[[registry]]\nprefix = \"" + host + path
                        + "\"\nlocation = \"" + location + path + "\"\n" + flag + String.join("", mirror));
        Arbitrary<String> searches = hosts.list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(list -> "unqualified-search-registries = [\"" + String.join("\", \"", list) + "\"]\n");
        Arbitrary<String> modes = Arbitraries.of("", "short-name-mode = \"enforcing\"\n");
        Arbitrary<String> files = Combinators.combine(
                        modes,
                        Arbitraries.oneOf(Arbitraries.just(""), searches),
                        tables.list().ofMaxSize(2),
                        aliases.list()
                                .uniqueElements(line -> line.substring(0, line.indexOf('=')))
                                .ofMaxSize(4))
                .as((mode, search, table, alias) ->
                        mode + search + String.join("", table) + "[aliases]\n" + String.join("", alias));
        return files.filter(LinterPropertiesTest::isReadable)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    /// What makes a file unreadable cannot be accepted.
    private static boolean isReadable(String text) {
        return lint(List.of(text)).stream().allMatch(finding -> ReaderRules.isAllowable(finding.rule()));
    }
}
