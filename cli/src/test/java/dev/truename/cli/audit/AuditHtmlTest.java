package dev.truename.cli.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.truename.names.audit.Answers;
import dev.truename.names.audit.AuditReport;
import dev.truename.names.audit.Auditor;
import dev.truename.names.audit.OfficialNames;
import dev.truename.names.config.RegistriesConfiguration;
import dev.truename.names.workload.ImageUse;
import dev.truename.names.workload.Place;
import dev.truename.names.workload.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page by itself: whole, closed, and nothing from outside in it but as text.
class AuditHtmlTest {
    private static final Set<String> VOID = Set.of("meta", "input");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)((?: [a-zA-Z-]+=\"[^\"<>]*\")*)>");
    private static final String EVIL =
            "\"><script>alert('x')</script><img src=https://evil.example/x onerror=y>&amp;\u202e\u001b[31m";

    private static String page(String image, String source, String holder) {
        List<ImageUse> uses = List.of(
                new ImageUse(image, new Place(source, 3, 7), holder),
                new ImageUse("quay.io/a/b", new Place(source, 4, 7), holder),
                new ImageUse("team/app", new Place(source, 5, 7), holder));
        RegistriesConfiguration configuration = RegistriesConfiguration.EMPTY;
        Auditor auditor = new Auditor(configuration, OfficialNames.NONE, Optional.empty());
        AuditReport report = AuditReport.of(AuditReport.byName(uses), auditor, Answers.NONE);
        Problem problem = new Problem(new Place(source, 1, 1), Problem.Kind.SYNTAX, holder, "correct it");
        return AuditHtml.of(
                new Audited(report, 1, List.of(problem), configuration, false, FullNames.NONE), Instant.EPOCH);
    }

    /// Without the style and script of the program's own.
    private static String markup(String page) {
        int style = page.indexOf("<style>");
        int styleEnd = page.indexOf("</style>");
        int script = page.lastIndexOf("<script>");
        int scriptEnd = page.lastIndexOf("</script>");
        return page.substring(0, style + 7) + page.substring(styleEnd, script + 8) + page.substring(scriptEnd);
    }

    @Test
    void everyElementIsClosedInItsOrder() {
        String markup = markup(page("team/x", "web.yaml", "Deployment web")).replace("<!DOCTYPE html>", "");
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(markup);
        StringBuilder rest = new StringBuilder();
        while (tags.find()) {
            tags.appendReplacement(rest, "");
            if (!tags.group(1).isEmpty()) {
                assertEquals(open.pop(), tags.group(2));
            } else if (!VOID.contains(tags.group(2))) {
                open.push(tags.group(2));
            }
        }
        assertTrue(open.isEmpty(), open::toString);
        tags.appendTail(rest);
        assertFalse(rest.toString().contains("<") || rest.toString().contains(">"), rest::toString);
    }

    @Test
    void nothingFromOutsideIsMarkup() {
        String plain = markup(page("no name", "web.yaml", "Deployment web"));
        String evil = markup(page(EVIL, EVIL, EVIL));
        assertEquals(tags(plain), tags(evil));
        assertTrue(evil.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"), evil);
        assertFalse(evil.contains("\u001b") || evil.contains("\u202e"));
    }

    private static List<String> tags(String markup) {
        List<String> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(markup);
        while (matcher.find()) {
            tags.add(matcher.group(1) + matcher.group(2));
        }
        return tags;
    }

    @Test
    void nothingElseIsLoadedAndThePolicySaysSo() throws NoSuchAlgorithmException {
        String page = page("team/x", "web.yaml", "Deployment web");
        String markup = markup(page);
        for (String attribute :
                List.of(" src=", " href=", " style=", " onclick=", "url(", "@import", "http://", "https://")) {
            assertFalse(markup.contains(attribute), attribute);
        }
        for (String word : List.of("url(", "@import", "http:", "https:", "fetch(", "import(")) {
            assertFalse(page.contains(word), word);
        }
        String policy = "default-src &#39;none&#39;; style-src &#39;" + hash(page, "style") + "&#39;; script-src &#39;"
                + hash(page, "script") + "&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;";
        assertTrue(page.contains(policy), page.substring(0, 500));
    }

    private static String hash(String page, String element) throws NoSuchAlgorithmException {
        String text = page.substring(
                page.lastIndexOf("<" + element + ">") + element.length() + 2, page.lastIndexOf("</" + element + ">"));
        return "sha256-"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }

    @Test
    void numbersSortingAndFiltersAreThere() {
        String markup = markup(page("no name", "web.yaml", "Deployment web"));
        assertTrue(markup.contains("2 of 3 image names need attention."), markup);
        assertTrue(markup.contains("1970-01-01 00:00 UTC"), markup);
        assertEquals(6, markup.split("<th scope=\"col\"><button type=\"button\">", -1).length - 1);
        assertEquals(5, markup.split("<input type=\"search\" aria-label=\"Filter: ", -1).length - 1);
        assertTrue(markup.contains("<tr data-classes=\"unresolved\"><td data-sort=\"3\">"), markup);
        assertTrue(markup.contains("<code>web.yaml:3</code> Deployment web"), markup);
        assertTrue(markup.contains("What could not be read"), markup);
    }
}
